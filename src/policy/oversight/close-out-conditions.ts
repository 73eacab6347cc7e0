import { addDays, type Day } from '../../shared/dates.ts'
import { type Fen, formatYuan } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { listed, type Text } from '../../shared/words.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import type { Clause } from '../guide/clauses.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'

/** One item that is still open, and the page where it is seen to; null where there is none. */
export type OpenItem = Text & { readonly href: string | null }

/** What the final evaluation of a pilot is: not owed by its edition, waited for, or there. */
export type FinalEvaluation =
  | { readonly state: 'not-owed' }
  | { readonly state: 'waits' | 'done'; readonly href: string }

/** Everything that the end of a pilot is judged by. Money in fen, from the ledger. */
export type CloseOutFacts = {
  readonly edition: Edition
  readonly period: Period
  readonly today: Day
  readonly filings: readonly OpenItem[]
  readonly evaluation: FinalEvaluation
  readonly services: readonly OpenItem[]
  readonly payments: readonly OpenItem[]
  readonly tranches: readonly OpenItem[]
  readonly objections: readonly OpenItem[]
  /** What is prepared about it and not signed. */
  readonly signatures: readonly OpenItem[]
  /** Measures that are not confirmed yet, and recoveries that are not paid to the last fen. */
  readonly measures: readonly OpenItem[]
  /** Provincial money in the park's account: received and neither paid nor returned. */
  readonly heldFen: Fen
  readonly fundsHref: string
  readonly papers: readonly OpenItem[]
}

export const conditionStandings = {
  met: { zh: '已满足', en: 'met' },
  open: { zh: '未满足', en: 'not met' },
  'not-asked': { zh: '暂不要求', en: 'not asked for yet' },
} as const satisfies Record<string, Text>
export type ConditionStanding = keyof typeof conditionStandings

type Judged = { readonly standing: ConditionStanding; readonly open: readonly OpenItem[] }

type ConditionRow = Text & {
  readonly clause: (edition: Edition) => Clause
  readonly judge: (facts: CloseOutFacts) => Judged
}

const judged = (open: readonly OpenItem[]): Judged => ({ standing: open.length === 0 ? 'met' : 'open', open })
const until = (day: Day, today: Day): readonly OpenItem[] =>
  today > day ? [] : [{ zh: `至 ${day} 止`, en: `until ${day}`, href: null }]

/** The last day on which a payment may still be booked. */
export function graceEnd({ settlement }: Edition, { to }: Period): Day {
  return addDays(to, settlement.graceDays)
}

/** Every condition of closing a pilot, in the order in which they come about. */
export const closeOutConditions = {
  period: {
    zh: '实施期已满',
    en: 'The period is over',
    clause: (edition) => clauseIn(edition, 'G3.2'),
    judge: ({ period, today }) => judged(until(period.to, today)),
  },
  grace: {
    zh: '清算期已满',
    en: 'The days of grace for payments are over',
    clause: ({ settlement }) => settlement.clause,
    judge: ({ edition, period, today }) => judged(until(graceEnd(edition, period), today)),
  },
  filings: {
    zh: '应报材料全部办结',
    en: 'Everything it owed is filed and over',
    clause: (edition) => clauseIn(edition, 'G3.5'),
    judge: ({ filings }) => judged(filings),
  },
  evaluation: {
    zh: '终期评价已完成',
    en: 'The final evaluation is done',
    clause: (edition) => clauseIn(edition, 'G5.3'),
    judge: ({ evaluation }) =>
      evaluation.state === 'not-owed'
        ? { standing: 'not-asked', open: [] }
        : judged(
            evaluation.state === 'done'
              ? []
              : [{ zh: '终期评价尚未备案', en: 'not on record yet', href: evaluation.href }],
          ),
  },
  services: {
    zh: '服务全部归档或取消',
    en: 'Every service is closed or cancelled',
    clause: (edition) => clauseIn(edition, 'G3.4'),
    judge: ({ services }) => judged(services),
  },
  payments: {
    zh: '没有在办付款',
    en: 'No payment is under way',
    clause: (edition) => clauseIn(edition, 'G3.6'),
    judge: ({ payments }) => judged(payments),
  },
  tranches: {
    zh: '没有在途拨款',
    en: 'No tranche is on its way',
    clause: (edition) => clauseIn(edition, 'G4.2'),
    judge: ({ tranches }) => judged(tranches),
  },
  objections: {
    zh: '公示异议均已答复',
    en: 'Every objection is answered',
    clause: (edition) => clauseIn(edition, 'G4.2'),
    judge: ({ objections }) => judged(objections),
  },
  signatures: {
    zh: '没有待签发的拟定事项',
    en: 'Nothing waits for a signature',
    clause: (edition) => clauseIn(edition, 'G5.3'),
    judge: ({ signatures }) => judged(signatures),
  },
  measures: {
    zh: '处理措施均已生效，收回资金均已缴清',
    en: 'Every measure is in force, and every recovery is paid',
    clause: (edition) => clauseIn(edition, 'G5.3'),
    judge: ({ measures }) => judged(measures),
  },
  balance: {
    zh: '省级资金结余为零',
    en: 'No provincial money is left',
    clause: (edition) => clauseIn(edition, 'G3.6'),
    judge: ({ heldFen, fundsHref }) =>
      judged(
        heldFen === 0
          ? []
          : [
              {
                zh: `账户尚有 ${formatYuan(heldFen)} 元，未用部分须交回`,
                en: `${formatYuan(heldFen)} yuan in the account; what is not spent goes back`,
                href: fundsHref,
              },
            ],
      ),
  },
  papers: {
    zh: '证明材料齐全、文件完好',
    en: 'The papers are complete and undamaged',
    clause: (edition) => clauseIn(edition, 'G3.4'),
    judge: ({ papers }) => judged(papers),
  },
} as const satisfies Record<string, ConditionRow>

export type ConditionId = keyof typeof closeOutConditions
export const conditionIds = Object.keys(closeOutConditions) as [ConditionId, ...ConditionId[]]

export type Condition = Text & Judged & { readonly id: ConditionId; readonly clause: Clause }

/** Where each condition stands, and what is missing of it. */
export function conditionsOf(facts: CloseOutFacts): Condition[] {
  return conditionIds.map((id) => {
    const { zh, en, clause, judge } = closeOutConditions[id]
    return { id, zh, en, clause: clause(facts.edition), ...judge(facts) }
  })
}

const mostNamed = 3

/** Why a pilot cannot be closed yet: each condition that is not met, by its clause; null when all are. */
export function whyNotSettled(facts: CloseOutFacts): Refusal | null {
  const open = conditionsOf(facts).filter(({ standing }) => standing === 'open')
  return allRefusals(
    ...open.map(({ clause, open: items, ...name }) =>
      refuse('closing.condition-open', clause, {
        ...both('condition', name),
        ...both('items', listed(items.slice(0, mostNamed))),
        ...both('more', moreThan(items.length - mostNamed)),
      }),
    ),
  )
}

function moreThan(left: number): Text {
  return left > 0 ? { zh: `，另有 ${left} 项`, en: ` and ${left} more` } : { zh: '', en: '' }
}
