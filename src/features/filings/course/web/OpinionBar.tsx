import { Alert } from 'antd'
import { seatNames } from '../../../../policy/people/roles.ts'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useActName } from '../../../programme/signing/web/public.ts'
import { giveOpinion } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { ActButton } from './ActButton.tsx'
import { words } from './act-words.ts'
import type { Judgment, KindScreens } from './kind-screens.ts'
import { MarkList, useApproval } from './OpinionText.tsx'
import type { Marks } from './use-marks.ts'

type Props = { filing: FilingView; kind: KindScreens; marks: Marks; judgment: Judgment | null }

/** Approve, or return what is marked: on the version that was read. Where the seat asks for two persons, it is prepared only. */
export function OpinionBar({ filing, kind, marks, judgment }: Props) {
  const t = useWords(words)
  const say = useText()
  const { act } = useApproval(filing)
  const nameOf = useActName()
  const { filingId, ownSeat, viewed } = filing
  const give = useCommand(giveOpinion, {
    onDone: () => {
      marks.clear()
      judgment?.forget()
    },
  })
  const ability = abilityFor(filing.actions, 'give-opinion')
  const held =
    ability?.allowed && judgment?.because ? { ...ability, allowed: false, because: judgment.because } : ability
  const versionNo = viewed?.no ?? 0
  const seat = ownSeat ? say(seatNames[ownSeat]) : ''
  const isPrepared = ownSeat !== null && filing.signedSeats.includes(ownSeat)
  const sections = kind.sections(filing)
  const marked = sections.flatMap(({ id }) => {
    const reason = marks.reasons[id]
    return reason === undefined ? [] : [{ section: id, reason: reason.trim() }]
  })
  const explained = marked.length > 0 && marked.every(({ reason }) => reason !== '')
  const opinion = (verdict: 'approve' | 'return', sent: typeof marked) => ({
    params: { filingId },
    body: { verdict, versionNo, marks: sent, ...(judgment ? { judgment: judgment.body } : {}) },
  })
  const done = ({ toSign }: { toSign: boolean }) => (toSign ? t.opinionPrepared : t.opinionGiven)
  const firstPerson = isPrepared ? <Alert type="info" showIcon className="notice" title={t.prepareNote} /> : null
  return (
    <>
      {filing.returnable ? (
        <ActButton
          ability={ability}
          text={nameOf(marked.length > 0 ? t.returnMarked(marked.length) : t.returnIt, isPrepared)}
          look={{ danger: true }}
          title={t.opinionTitle(seat, t.returnIt, versionNo)}
          okText={isPrepared ? t.prepare : t.returnIt}
          command={give}
          send={() => (explained ? opinion('return', marked) : null)}
          done={done}
        >
          {firstPerson}
          {marked.length === 0 ? (
            <p role="alert" className="field-error">
              {t.markFirst}
            </p>
          ) : (
            <>
              <p>{t.returnText}</p>
              <MarkList marks={marked} sections={sections} />
            </>
          )}
        </ActButton>
      ) : null}
      <ActButton
        ability={held}
        text={nameOf(act, isPrepared)}
        look={{ type: 'primary' }}
        title={t.opinionTitle(seat, act, versionNo)}
        okText={isPrepared ? t.prepare : act}
        command={give}
        send={() => opinion('approve', [])}
        done={done}
      >
        {firstPerson}
        {judgment?.summary}
        <p>
          <WhatFollows filing={filing} kind={kind} />
        </p>
        {marked.length > 0 ? <Alert type="warning" showIcon title={t.marksDropped(marked.length)} /> : null}
      </ActButton>
    </>
  )
}

/** Who is asked next, or what the last approval brings. */
export function WhatFollows({ filing, kind }: { filing: FilingView; kind: KindScreens }) {
  const t = useWords(words)
  const say = useText()
  const { waitingFor, recorders, order, ownSeat } = filing
  const others = waitingFor.filter((seat) => seat !== ownSeat).map((seat) => say(seatNames[seat]))
  const [next] = others
  if (next) return order === 'in-turn' ? t.approveTurn(next) : t.approveNext(others.join(t.comma))
  const consequence = kind.consequence?.(filing)
  const end = consequence ? say(consequence) : recorders ? '' : t.approveEnd
  return `${t.approveLast}${recorders ? t.approveRecord(say(recorders)) : ''}${end}`
}
