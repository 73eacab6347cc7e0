import type { Tx } from '../../../platform/database/connect.ts'
import type { VetoFinding } from '../../../policy/editions/evaluation-rules.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { findingOf, type MeasureKind, measureGrounds, measureKinds } from '../../../policy/money/measure-grounds.ts'
import type { MeasureLevel } from '../../../policy/money/measures.ts'
import { claimState } from '../../../policy/money/measures-claims.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { formatYuan } from '../../../shared/money.ts'
import type { Text } from '../../../shared/words.ts'
import { inForceRows, provenRows, waitingRows } from './rows.ts'

/** A proven fact: the id of the first measure that rests on it, what it is in words, the day on which it was proven. */
export type ProvenCase = Text & { readonly id: string; readonly day: Day }

/** What measures in force against a pilot say was proven by that day, by finding and in order; a fact under two measures is one case. */
export async function provenFindings(
  tx: Tx,
  pilotId: string,
  upTo: Day,
): Promise<Partial<Record<VetoFinding, readonly ProvenCase[]>>> {
  const cases: Partial<Record<VetoFinding, ProvenCase[]>> = {}
  for (const { id, ground, provenOn: day, reason } of await provenRows(tx, { pilotId, upTo })) {
    const finding = findingOf(ground)
    if (finding === null) continue
    const { zh, en } = measureGrounds[ground]
    const words = { zh: `${zh}（${day} 查实）：${reason}`, en: `${en}, proven on ${day}: ${reason}` }
    cases[finding] = [...(cases[finding] ?? []), { id, day, ...words }]
  }
  return cases
}

/** Measures of these kinds in force against these pilots, with the day since when, in order. */
export async function measuresInForce(
  tx: Tx,
  pilotIds: readonly string[],
  kinds: readonly MeasureKind[],
): Promise<{ readonly pilotId: string; readonly kind: MeasureKind; readonly on: Day }[]> {
  if (pilotIds.length === 0 || kinds.length === 0) return []
  const rows = await inForceRows(tx, { pilotIds, kinds })
  return rows.map(({ pilotId, kind, confirmedAt }) => ({ pilotId, kind, on: dayOf(confirmedAt) }))
}

export type WaitingMeasure = {
  readonly measureId: string
  readonly pilotId: string
  readonly parkName: string
  readonly state: 'decided' | 'claimed' | 'overdue'
  readonly level: MeasureLevel
  readonly clause: Clause
  readonly about: Text
  readonly dueOn: Day | null
  readonly since: Date
}

/** Measures that wait for the finance bureau, and claims that wait for the park, in the reader's scope, the oldest first. */
export async function waitingMeasures(tx: Tx, today: Day): Promise<WaitingMeasure[]> {
  return (await waitingRows(tx)).map(({ kind, state, amountFen, dueOn, receivedFen, ...row }) => {
    const claim = { amountFen: amountFen ?? 0, dueOn: dueOn ?? today, receivedFen, reissuedFen: 0 }
    const overdue = claimState(claim, today) === 'overdue'
    return {
      ...{ measureId: row.measureId, pilotId: row.pilotId, parkName: row.parkName, level: row.level, since: row.since },
      state: state === 'decided' ? state : overdue ? 'overdue' : 'claimed',
      clause: row.clause as Clause,
      about: aboutOf(kind, state === 'decided' ? amountFen : claim.amountFen - receivedFen),
      dueOn: state === 'decided' ? null : dueOn,
    }
  })
}

function aboutOf(kind: MeasureKind, amountFen: number | null): Text {
  const { zh, en } = measureKinds[kind]
  if (amountFen === null) return { zh, en }
  const yuan = formatYuan(amountFen)
  return { zh: `${zh} ${yuan} 元`, en: `${en}, ${yuan} yuan` }
}
