import { CheckCircleOutlined, ClockCircleOutlined, RollbackOutlined } from '@ant-design/icons'
import { useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { useHands } from '../../../programme/signing/web/public.ts'
import type { FilingView } from '../contract.ts'
import type { OpinionView } from '../opinion-contract.ts'
import { words } from './act-words.ts'
import { nameIn, type SectionName } from './filing-view.ts'

/** What approving is called in this filing, to do and once it is done: 通过, or the kind's own word. */
export function useApproval({ reviewName }: Pick<FilingView, 'reviewName'>): {
  readonly act: string
  readonly done: string
} {
  const t = useWords(words)
  const say = useText()
  if (!reviewName) return { act: t.approve, done: t.approved }
  const name = say(reviewName)
  const act = name.charAt(0).toUpperCase() + name.slice(1)
  return { act, done: t.reviewed(act) }
}

type Props = {
  filing: FilingView
  opinion: OpinionView
  sections: readonly SectionName[]
  /** Not signed yet, so that it says what is proposed and not what is done. */
  proposed?: boolean
}

/** One opinion: what it says, by whom and when, and what came back why. */
export function OpinionText({ filing, opinion, sections, proposed = false }: Props) {
  const t = useWords(words)
  const hands = useHands()
  const { act, done } = useApproval(filing)
  const { verdict, accountName, preparedByName, at, marks } = opinion
  const approved = verdict === 'approve'
  return (
    <>
      <p>
        {proposed ? (
          <StatusTag tone={approved ? 'active' : 'warning'}>
            <ClockCircleOutlined aria-hidden /> {t.proposed(approved ? act : t.returnIt)}
          </StatusTag>
        ) : (
          <StatusTag tone={approved ? 'good' : 'warning'}>
            {approved ? <CheckCircleOutlined aria-hidden /> : <RollbackOutlined aria-hidden />}{' '}
            {approved ? done : t.returned}
          </StatusTag>
        )}{' '}
        {hands(accountName, preparedByName)} <InstantText at={at} />
      </p>
      <MarkList marks={marks} sections={sections} />
    </>
  )
}

type MarkListProps = { marks: readonly { section: string; reason: string }[]; sections: readonly SectionName[] }

/** Sections with the reason for which each goes back; one that is missing is asked for. */
export function MarkList({ marks, sections }: MarkListProps) {
  const t = useWords(words)
  const say = useText()
  if (marks.length === 0) return null
  return (
    <ul className="filing-marks">
      {marks.map(({ section, reason }) => (
        <li key={section}>
          <strong>{say(nameIn(sections, section))}</strong>
          {reason.trim() ? (
            <div className="filing-reason">{reason}</div>
          ) : (
            <div role="alert" className="field-error">
              {t.reasonMissing}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
