import { z } from 'zod'
import { nameInput, nameSearch, withUsccIfAny } from '../../../shared/inputs.ts'
import { pageInputs, route } from '../../../shared/route.ts'

export const unitShape = z.object({
  unitId: z.uuid(),
  kind: z.enum(['province', 'city', 'county', 'zone', 'park', 'enterprise']),
  code: z.string().nullable(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  scope: z.string(),
  uscc: z.string().nullable(),
  economyBureau: z.string().nullable(),
  financeBureau: z.string().nullable(),
})
export type UnitView = z.infer<typeof unitShape>

export const listUnits = route({
  method: 'GET',
  path: '/api/units',
  permission: 'unit.view',
  summary: { zh: '单位', en: 'Units' },
  search: z.strictObject({
    /** Part of its name. */
    q: nameSearch().optional(),
    kind: unitShape.shape.kind.optional(),
    parentId: z.uuid().optional(),
    /** Only what parks are registered under: counties and functional zones. */
    takesParks: z.literal('yes').optional(),
    /** Only what is no pilot of this batch. */
    outsideBatchId: z.uuid().optional(),
    // The divisions of one kind stand on one page.
    ...pageInputs(200),
  }),
  reply: z.object({ units: z.array(unitShape), total: z.number() }),
})

export const registerUnit = route({
  method: 'POST',
  path: '/api/units',
  permission: 'account.manage',
  summary: { zh: '登记功能区或园区', en: 'Register a functional zone or a park' },
  body: withUsccIfAny({
    kind: z.enum(['zone', 'park']),
    parentId: z.uuid(),
    name: nameInput(100, 2),
    economyBureau: nameInput(100).optional(),
    financeBureau: nameInput(100).optional(),
  }),
  reply: unitShape,
})
