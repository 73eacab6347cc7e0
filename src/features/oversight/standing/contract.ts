import { z } from 'zod'
import type { StandingLists } from '../../../policy/plan/standing-lists.ts'
import { nameSearch } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { sectionShapes } from '../../filings/plan/contract.ts'

const onPark = z.strictObject({ parkId: z.uuid() })
const onPilot = z.strictObject({ pilotId: z.uuid() })

/** Whether a park serves without a pilot, runs in one, or does neither. */
export const standingStates = ['serving', 'in-pilot', 'open'] as const
export type StandingState = (typeof standingStates)[number]

const parkShape = z.object({
  parkId: z.uuid(),
  parkName: z.string(),
  /** The county or functional zone that it is registered under. */
  countyName: z.string(),
  state: z.enum(standingStates),
  /** Where its services are kept; null where it has not begun. */
  pilotId: z.uuid().nullable(),
  since: z.string().nullable(),
  /** Services kept there. */
  services: z.number(),
  /** Of the last pilot of the park; null where it never had one. */
  lastBatch: z.string().nullable(),
  actions: abilities('open'),
})
export type StandingPark = z.infer<typeof parkShape>

/** Every park in the reader's scope, pilot or not (G6.1). */
export const listStanding = route({
  method: 'GET',
  path: '/api/standing-services',
  permission: 'pilot.view',
  summary: { zh: '各园区常态化服务', en: 'Standing service park by park' },
  search: z.strictObject({
    /** Part of the park's name. */
    q: nameSearch().optional(),
    state: z.enum(standingStates).optional(),
    sort: sortInput('parkName', 'countyName', 'state', 'lastBatch', 'since', 'services'),
    ...pageInputs(),
  }),
  reply: z.object({ parks: z.array(parkShape), total: z.number() }),
})

/** Whether a park serves without a pilot, and whether it may begin. */
export const showStanding = route({
  method: 'GET',
  path: '/api/parks/:parkId/standing-service',
  permission: 'pilot.view',
  summary: { zh: '常态化服务', en: 'Standing service' },
  params: onPark,
  reply: z.object({
    /** Where its services are kept; null where it has not begun. */
    pilotId: z.uuid().nullable(),
    actions: abilities('open'),
  }),
})

/** A park goes on serving after its pilot, by the enterprises, agencies and products of its plan, or begins without one (G6.1). */
export const openStanding = route({
  method: 'POST',
  path: '/api/parks/:parkId/standing-service',
  permission: 'standing.open',
  summary: { zh: '开展常态化服务', en: 'Go on serving without a pilot' },
  params: onPark,
  reply: z.object({ pilotId: z.uuid() }),
})

const lists = {
  enterprises: sectionShapes.enterprises,
  agencies: sectionShapes.agencies,
} satisfies { [S in keyof StandingLists]: z.ZodType<StandingLists[S]> }

/** Whom standing service serves, by whom and with what: enterprises, agencies and products. */
export const showLists = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/standing-lists',
  permission: 'pilot.view',
  summary: { zh: '常态化服务的企业、机构与产品', en: 'Enterprises, agencies and products of standing service' },
  params: onPilot,
  reply: z.object({
    /** The version in force, and the day from which it is. */
    no: z.number(),
    inForceFrom: z.string(),
    edition: z.string(),
    firstYear: z.number(),
    parkName: z.string(),
    parkUscc: z.string().nullable(),
    ...lists,
    actions: abilities('change'),
  }),
})

/** Rows that were added, changed or ended make the next version; what a service still stands on does not leave (G6.1). */
export const changeLists = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/standing-lists',
  permission: 'standing.change',
  summary: { zh: '更新企业、机构与产品', en: 'Change enterprises, agencies and products' },
  params: onPilot,
  body: z.strictObject({
    /** The version that was changed. */
    basedOn: z.int().min(1).max(10_000),
    ...lists,
  }),
  reply: z.object({ no: z.number() }),
})
