import { z } from 'zod'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { type ServiceState, serviceStates } from '../../../policy/services/service.ts'
import { nameSearch, soughtReference } from '../../../shared/inputs.ts'
import { sortInput } from '../../../shared/route.ts'

export const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])
export const state = z.enum(serviceStates as [ServiceState, ...ServiceState[]])

/** Filters of the list; the export takes the same, so that it holds exactly the rows shown. */
export const filters = {
  pilotId: z.uuid().optional(),
  countyId: z.uuid().optional(),
  batchId: z.uuid().optional(),
  state: state.optional(),
  kind: kind.optional(),
  enterpriseId: z.uuid().optional(),
  /** Part of the enterprise's name. */
  enterprise: nameSearch().optional(),
  /** Beginning of the number. */
  no: soughtReference(20).optional(),
  counted: z.enum(['yes', 'no']).optional(),
}
export const order = sortInput(
  'no',
  'state',
  'enterpriseName',
  'kind',
  'agencyName',
  'parkName',
  'priceFen',
  'countedOn',
  'openedOn',
  'updatedAt',
).default('-updatedAt')
export type Order = z.output<typeof order>
