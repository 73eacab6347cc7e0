import { clauses } from '../../../../policy/guide/clauses.ts'
import { noticeStateNames } from '../../../../policy/money/notices.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Money, StatusTag, type Tone } from '../../../../ui/Values.tsx'
import type { NoticeHead } from '../contract.ts'
import { words } from '../words.ts'

const tones: Readonly<Record<NoticeHead['state'], Tone>> = {
  running: 'active',
  held: 'warning',
  over: 'good',
  withdrawn: 'neutral',
  lapsed: 'neutral',
}

export function NoticeStateTag({ state }: { state: NoticeHead['state'] }) {
  const say = useText()
  return <StatusTag tone={tones[state]}>{say(noticeStateNames[state])}</StatusTag>
}

type Displayed = Pick<NoticeHead, 'publishedOn' | 'untilOn' | 'daysLeft' | 'provisional' | 'state'>

/** Whether it can still be taken down: what is over, lapsed or taken down stays so. */
export function isStanding({ state }: Pick<NoticeHead, 'state'>): boolean {
  return state === 'running' || state === 'held'
}

/** From when to when, and how many working days are left. */
export function NoticePeriod({ notice }: { notice: Displayed }) {
  const t = useWords(words)
  const { publishedOn, untilOn, daysLeft, provisional } = notice
  return (
    <>
      <span className="notice-days">{untilOn ? t.periodText(publishedOn, untilOn) : t.periodOpen(publishedOn)}</span>
      {isStanding(notice) && daysLeft > 0 ? <strong className="notice-left"> {t.daysLeft(daysLeft)}</strong> : null}
      {provisional ? <div className="soft">{t.provisional}</div> : null}
    </>
  )
}

/** The rule in our words, with its number. */
export function Basis({ clause }: { clause: string }) {
  const say = useText()
  const row = Object.entries(clauses).find(([id]) => id === clause)?.[1]
  return (
    <>
      {row ? say(row) : null} <span className="clause">{clause}</span>
    </>
  )
}

type Whole = NoticeHead & { clause: string; body: string; contact: string; endReason: string }

/** What was published, as a paper: the facts in a table, the text below. */
export function NoticeFacts({ notice }: { notice: Whole }) {
  const t = useWords(words)
  return (
    <>
      <KeyValue
        facts={[
          { label: t.county, value: notice.countyName },
          { label: t.park, value: notice.parkName },
          { label: t.batch, value: notice.batchName },
          { label: t.tranche, value: t.trancheNo(notice.trancheNo) },
          { label: t.amount, value: <Money fen={notice.amountFen} /> },
          { label: t.basis, value: <Basis clause={notice.clause} /> },
          { label: t.period, value: <NoticePeriod notice={notice} /> },
          { label: t.contact, value: notice.contact },
          notice.state === 'lapsed' && { label: t.lapseReason, value: t.lapsedWith, wide: true },
          notice.endReason !== '' && { label: t.endReason, value: notice.endReason, wide: true },
        ]}
      />
      <div className="notice-body" lang="zh-CN">
        {notice.body}
      </div>
    </>
  )
}
