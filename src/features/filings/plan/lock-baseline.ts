import type { Tx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/json.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { openLedger, rebudget } from '../../money/funds/public.ts'
import { keepRegister, sure } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { contentHash } from '../course/public.ts'

type Acting = { readonly newId: () => string; readonly at: Date; readonly by: string }

export type NewBaseline = {
  readonly content: PlanContent
  /** The frozen version of the filing that was approved: the plan's, or a major matter's. */
  readonly versionId: string
  /** The major matter that asked for it; null for the first. */
  readonly matterId: string | null
  readonly no: number
  readonly inForceFrom: Day
}

/**
 * An approved plan, or an approved change of it, becomes the baseline in force (G3.1, G5.5): the whole content is frozen,
 * its targets are written down, the register of enterprises, agencies, products and fund lines follows it, and the ledger
 * holds the award line by line. Called in the transaction of the opinion that completed the review; the content has passed
 * its check, so nothing in it is missing. Returns the baseline's id.
 * @throws Refusal `funds.below-zero` (G3.6) when a line would fall below what is bound or spent on it.
 */
export async function lockBaseline(tx: Tx, pilot: Pilot, given: NewBaseline, acting: Acting): Promise<string> {
  const { content, no } = given
  const { newId, at, by } = acting
  const { scope } = pilot
  const id = await insertBaseline(tx, pilot, given, acting)
  await tx
    .insertInto('targets')
    .values(
      content.targets.rows.map(({ indicator, unit, baseline, target, weight }) => ({
        baselineId: id,
        pilotId: pilot.id,
        scope,
        indicator,
        unit,
        baseline: sure(baseline),
        target: sure(target),
        weight: sure(weight),
      })),
    )
    .execute()
  const lines = await keepRegister(tx, pilot, { baselineId: id, content }, { newId, at })
  const entry = { pilot, subject: id, by, at, newId }
  if (no === 1)
    await openLedger(tx, { ...entry, lines: lines.map(({ id: line, toFen }) => ({ id: line, provincialFen: toFen })) })
  else await rebudget(tx, { ...entry, lines })
  return id
}

/**
 * The next version of what standing service goes by (G6.1): enterprises, agencies and products, which nobody approves; without
 * targets, money and a ledger. `no`: 1 for the first.
 */
export async function lockStanding(
  tx: Tx,
  pilot: Pilot,
  { no, content }: Pick<NewBaseline, 'no' | 'content'>,
  acting: Acting,
): Promise<string> {
  const version = { content, versionId: null, matterId: null, no, inForceFrom: dayOf(acting.at) }
  const id = await insertBaseline(tx, pilot, version, acting)
  await keepRegister(tx, pilot, { baselineId: id, content }, acting)
  return id
}

type Inserted = Omit<NewBaseline, 'versionId'> & { readonly versionId: string | null }

async function insertBaseline(tx: Tx, pilot: Pilot, given: Inserted, { newId, at }: Acting): Promise<string> {
  const { content, ...row } = given
  const id = newId()
  await tx
    .insertInto('baselines')
    .values({
      ...row,
      id,
      pilotId: pilot.id,
      content: json(content),
      hash: contentHash(content),
      lockedAt: at,
      scope: pilot.scope,
    })
    .execute()
  return id
}
