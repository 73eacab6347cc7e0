import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals, refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/people/units.ts'
import { checkUscc } from '../../../policy/people/uscc.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { keepFile } from '../files/public.ts'
import { insertUnits, type NewUnit, siblingsLike, unitById } from './store.ts'

export type Wanted = {
  readonly kind: 'zone' | 'park'
  readonly parentId: string
  readonly name: string
  readonly uscc?: string | undefined
  readonly licence?: { readonly fileId: string } | undefined
  readonly economyBureau?: string | undefined
  readonly financeBureau?: string | undefined
}

type NewUnitFacts = {
  readonly newId: () => string
  readonly today: string
  /** Where its fields stand in the input. */
  readonly at?: string
}

/** A unit that is not registered yet, and all that keeps it from it. */
type PlannedUnit = { readonly unit: NewUnit; readonly no: Refusal | null; readonly licenceField: string }

/**
 * A zone or a park under its parent, as it would be registered.
 * @throws HttpError 404 without the parent
 */
export async function planUnit(
  tx: Tx,
  { kind, parentId, name, ...more }: Wanted,
  { newId, today, at = '' }: NewUnitFacts,
): Promise<PlannedUnit> {
  const parent = await unitById(tx, parentId)
  if (!parent) throw notFound({ zh: '上级单位', en: 'parent unit' })
  const uscc = more.uscc || null
  const { licence } = more
  const id = newId()
  const unit: NewUnit = {
    id,
    kind,
    code: null,
    name,
    parentId: parent.id,
    scope: `${parent.scope}${id}/`,
    uscc,
    usccProof: licence?.fileId ?? null,
    economyBureau: more.economyBureau ?? null,
    financeBureau: more.financeBureau ?? null,
    validFrom: today,
  }
  const no = allRefusals(
    policy.registerUnit(kind, parent.kind, `${at}parentId`),
    uscc === null ? null : checkUscc(uscc, { proven: licence !== undefined, field: `${at}uscc` }),
    policy.checkSiblings(unit, await siblingsLike(tx, unit), at),
  )
  return { unit, no, licenceField: `${at}licence` }
}

/** Registers what nothing speaks against. */
export async function insertPlanned(tx: Tx, { unit, licenceField }: PlannedUnit): Promise<NewUnit> {
  await insertUnits(tx, [unit])
  if (unit.usccProof) await keepFile(tx, unit.usccProof, unit.scope, licenceField)
  return unit
}

/** What the second of two is told who register the same unit in the same moment. */
export function siblingGuards(at = '') {
  return {
    units_name_under_parent: () => refuse('unit.name-taken', null, {}, `${at}name`),
    units_parent_id_uscc_key: () => refuse('unit.uscc-just-taken', null, {}, `${at}uscc`),
  }
}
