import { query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { whyNotStanding } from '../../../policy/oversight/standing.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { pilotsOfPark } from '../../programme/pilots/public.ts'
import { unitById } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { openStanding } from './open-standing.ts'

export const standingRoutes = [
  openStanding,
  query(contract.showStanding, async ({ params }, { tx, actor }) => {
    const park = await unitById(tx, params.parkId)
    if (park?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
    const pilots = await pilotsOfPark(tx, park.id)
    return {
      pilotId: pilots.find(({ standing }) => standing)?.id ?? null,
      actions: [abilityOf(actor, 'open', 'standing.open', whyNotStanding(pilots))],
    }
  }),
]
