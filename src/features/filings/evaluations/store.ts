import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { obligationOf } from '../../../policy/editions/edition.ts'
import type { ObligationRule } from '../../../policy/editions/edition-rules.ts'
import type { EvaluationForm, EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import type { GivenColumn } from '../../../policy/evaluation/columns.ts'
import type { Evaluation, EvaluationState } from '../../../policy/evaluation/course.ts'
import type { FormFacts, ItemFacts } from '../../../policy/evaluation/facts.ts'
import { formFor } from '../../../policy/evaluation/score.ts'
import type { Day } from '../../../shared/dates.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'

/** One evaluation with its pilot, the form and the rule of its edition, and the policy's view of it. */
export type EvaluationRow = Evaluation & {
  readonly id: string
  readonly pilot: Pilot
  readonly form: EvaluationForm
  readonly rule: ObligationRule
  readonly openedAt: Date
  readonly selfText: string
  readonly selfSubmittedAt: Date | null
  readonly toldAt: Date | null
  readonly unratedReason: string
  readonly scope: string
}

/** The row, held until the transaction ends: whoever acts on an evaluation comes after whoever acted before. @throws HttpError 404 */
export async function lockEvaluation(tx: Tx, id: string): Promise<EvaluationRow> {
  const held = await tx.selectFrom('evaluations').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!held) throw noEvaluation()
  return requireEvaluation(tx, id)
}

/** @throws HttpError 404 outside the reader's scope */
export async function requireEvaluation(tx: Tx, id: string): Promise<EvaluationRow> {
  const found = await tx.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw noEvaluation()
  const { pilotId, agreedAt, ...row } = found
  const pilot = await requirePilot(tx, pilotId)
  return {
    ...row,
    pilot,
    form: formOf(pilot, row.kind),
    rule: obligationOf(pilot.edition, row.kind),
    agreed: agreedAt !== null,
    openObjections: await openObjections(tx, id),
    reported: await isReported(tx, pilot, row.kind),
  }
}

function noEvaluation() {
  return notFound({ zh: '绩效评价', en: 'evaluation' })
}

/** The form that a pilot's evaluation is scored by; `checkEdition` lets no edition owe one without it. */
export function formOf({ edition }: Pick<Pilot, 'edition'>, kind: EvaluationObligation): EvaluationForm {
  const form = formFor(edition, kind)
  if (!form) throw new Error(`${edition.id} has no form for ${kind}`)
  return form
}

async function openObjections(tx: Tx, evaluationId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('evaluationObjections')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('evaluationId', '=', evaluationId)
    .where('verdict', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whether a report with its result is under review or over; only units above the park see one. */
async function isReported(tx: Tx, { batchId, countyId }: Pilot, kind: EvaluationObligation): Promise<boolean> {
  const found = await tx
    .selectFrom('filings')
    .select('id')
    .where('batchId', '=', batchId)
    .where('kind', '=', kind)
    .where((eb) =>
      eb.or([
        eb('unitId', '=', countyId),
        eb('unitId', 'in', eb.selectFrom('units').select('id').where('kind', '=', 'province')),
      ]),
    )
    .where('state', 'in', ['submitted', 'approved', 'recorded'])
    .executeTakeFirst()
  return found !== undefined
}

export async function evaluationOf(tx: Tx, pilotId: string, kind: EvaluationObligation) {
  return tx
    .selectFrom('evaluations')
    .select(['id', 'state', 'openedAt'])
    .where('pilotId', '=', pilotId)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

export async function insertEvaluation(
  tx: Tx,
  row: {
    id: string
    pilotId: string
    kind: EvaluationObligation
    form: string
    openedBy: string
    openedAt: Date
    scope: string
  },
): Promise<void> {
  await tx.insertInto('evaluations').values(row).execute()
}

/** What an act changes of the row itself. */
export type Change = Partial<{
  state: EvaluationState
  selfText: string
  selfSubmittedBy: string | null
  selfSubmittedAt: Date | null
  toldBy: string | null
  toldAt: Date | null
  objectUntil: Day | null
  agreedBy: string | null
  agreedAt: Date | null
  unratedReason: string
}>

export async function changeEvaluation(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.updateTable('evaluations').set(change).where('id', '=', id).execute()
}

export type Computation = {
  readonly no: number
  readonly cutOff: Day
  readonly baselineId: string
  readonly facts: FormFacts
  readonly reason: string
  readonly computedAt: Date
}

/** What the records came to, the newest first. */
export async function computationsOf(tx: Tx, evaluationId: string): Promise<Computation[]> {
  const rows = await tx
    .selectFrom('evaluationComputations')
    .select(['no', 'cutOff', 'baselineId', 'facts', 'reason', 'computedAt'])
    .where('evaluationId', '=', evaluationId)
    .orderBy('no', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, facts: row.facts as FormFacts }))
}

export async function newestComputation(tx: Tx, evaluationId: string): Promise<Computation> {
  const [newest] = await computationsOf(tx, evaluationId)
  if (!newest) throw new Error(`evaluation ${evaluationId} was never computed`)
  return newest
}

export async function insertComputation(
  tx: Tx,
  row: Computation & { readonly evaluationId: string; readonly computedBy: string; readonly scope: string },
): Promise<void> {
  await tx
    .insertInto('evaluationComputations')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute()
}

export type ScoreRow = {
  readonly item: string
  readonly givenIn: GivenColumn
  readonly facts: ItemFacts
  readonly reason: string
  readonly fileId: string | null
  readonly givenBy: string
  readonly givenByName: string
  readonly givenAt: Date
  /** False of an expert whose seat was taken back. */
  readonly counts: boolean
}

/** Everything that was given, the oldest first: the last one of a column counts, of experts the last one of each. */
export async function scoresOf(tx: Tx, evaluationId: string): Promise<ScoreRow[]> {
  const rows = await tx
    .selectFrom('evaluationScores as s')
    .innerJoin('accounts as a', 'a.id', 's.givenBy')
    .leftJoin('evaluationSeats as t', (on) =>
      on.onRef('t.evaluationId', '=', 's.evaluationId').onRef('t.accountId', '=', 's.givenBy'),
    )
    .select([
      's.item',
      's.givenIn',
      's.facts',
      's.reason',
      's.fileId',
      's.givenBy',
      'a.name as givenByName',
      's.givenAt',
      't.takenBackAt',
    ])
    .where('s.evaluationId', '=', evaluationId)
    .orderBy('s.no')
    .execute()
  return rows.map(({ takenBackAt, ...row }) => ({
    ...row,
    facts: row.facts as ItemFacts,
    counts: row.givenIn !== 'expert' || takenBackAt === null,
  }))
}

export async function insertScore(
  tx: Tx,
  row: Omit<ScoreRow, 'givenByName' | 'counts'> & {
    readonly id: string
    readonly no: number
    readonly evaluationId: string
    readonly scope: string
  },
): Promise<void> {
  await tx
    .insertInto('evaluationScores')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute()
}
