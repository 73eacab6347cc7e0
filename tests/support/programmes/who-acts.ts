import type { Client } from '../../../database/demo/client.ts'
import type { World } from '../world.ts'
import type { KnownPark, Model } from './model.ts'

export const economy = '嘉善县经信局·经办'
/** Who speaks, by the seat that is waited for. */
export const seats: Readonly<Record<string, string>> = {
  'county-economy': economy,
  'county-finance': '嘉善县财政局·经办',
  'province-economy': '省经信厅·处室',
  'province-finance': '省财政厅·处室',
}
export const managerOf = (park: KnownPark) => `${park.name}·负责人`
export const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)]

export async function filerOf(world: World, model: Model, unitId: string): Promise<Client> {
  const park = model.parks.find(({ parkId }) => parkId === unitId)
  return world.as(park ? managerOf(park) : economy)
}
