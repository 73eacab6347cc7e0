import { z } from 'zod'
import { nameInput, withUsccIfAny } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

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
  search: z.strictObject({ kind: unitShape.shape.kind.optional(), parentId: z.uuid().optional() }),
  reply: z.object({ units: z.array(unitShape) }),
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
