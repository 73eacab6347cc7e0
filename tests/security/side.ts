import type { Park } from '../../database/demo/programme.ts'
import type { World } from '../support/world.ts'

/** One county with everything in it: the reader's own, or one that must stay out of sight. */
export type Side = {
  readonly world: World
  /** 嘉善县 */
  readonly county: string
  readonly countyId: string
  readonly countyScope: string
  readonly batchId: string
  /** Its plan is approved, its first tranche arrived. */
  readonly park: Park
  /** A park whose plan is still being written, if the county has one. */
  readonly planPark: Park
  /** In a batch whose first year is over: evaluated once from end to end. */
  readonly evaluatedPark: Park
  readonly enterprises: readonly Enterprise[]
  readonly activityId: string
}

export type Enterprise = {
  readonly enterpriseId: string
  readonly unitId: string
  readonly scope: string
  readonly name: string
  readonly uscc: string
}

export type Counties = { readonly world: World; readonly own: Side; readonly foreign: Side }
