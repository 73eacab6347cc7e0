import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/people/units.ts'
import { checkUscc } from '../../../policy/people/uscc.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { keepFile } from '../files/public.ts'
import { insertUnits, type NewUnit, unitById } from './store.ts'

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
  /** What else is wrong with the same input. */
  readonly also?: Refusal | null
}

/**
 * A zone or a park under its parent.
 * @throws HttpError 404 without the parent; Refusal where it does not belong there, or its credit code is wrong
 */
export async function newUnit(
  tx: Tx,
  { kind, parentId, name, ...more }: Wanted,
  { newId, today, at = '', also = null }: NewUnitFacts,
): Promise<NewUnit> {
  const parent = await unitById(tx, parentId)
  if (!parent) throw notFound({ zh: '上级单位', en: 'parent unit' })
  const uscc = more.uscc || null
  const { licence } = more
  const no = allRefusals(
    policy.registerUnit(kind, parent.kind, `${at}parentId`),
    uscc === null ? null : checkUscc(uscc, { proven: licence !== undefined, field: `${at}uscc` }),
    also,
  )
  if (no) throw no
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
  await insertUnits(tx, [unit])
  if (licence) await keepFile(tx, licence.fileId, unit.scope, `${at}licence`)
  return unit
}
