import { command } from '../../platform/command.ts'
import { notFound } from '../../platform/errors.ts'
import { refuse } from '../../policy/refuse.ts'
import * as policy from '../../policy/units.ts'
import { dayOf } from '../../shared/dates.ts'
import { isUscc, normaliseUscc } from '../../shared/uscc.ts'
import * as contract from './contract.ts'
import * as units from './store.ts'

export const registerUnit = command(
  contract.registerUnit,
  async ({ body }, { tx, now, newId, record }) => {
    const parent = await units.unitById(tx, body.parentId)
    if (!parent) throw notFound({ zh: '上级单位', en: 'parent unit' })
    const no = policy.registerUnit(body.kind, parent.kind)
    if (no) throw no
    const uscc = body.uscc ? normaliseUscc(body.uscc) : null
    if (uscc !== null && !isUscc(uscc)) throw refuse('unit.bad-uscc', null, { uscc }, 'uscc')
    const id = newId()
    const unit: units.NewUnit = {
      id,
      kind: body.kind,
      code: null,
      name: body.name,
      parentId: parent.id,
      scope: `${parent.scope}${id}/`,
      uscc,
      economyBureau: body.economyBureau ?? null,
      financeBureau: body.financeBureau ?? null,
      validFrom: dayOf(now),
    }
    await units.insertUnits(tx, [unit])
    record('unit.registered', { subject: id, scope: unit.scope, after: unit })
    return shownUnit(unit)
  },
  { units_name_under_parent: () => refuse('unit.name-taken', null, {}, 'name') },
)

/** A row as its contract shows it. */
export function shownUnit({ id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }: units.Unit) {
  return { unitId: id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }
}
