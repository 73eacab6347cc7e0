import { cleanName } from '../../../../shared/clean.ts'
import type { PilotView } from '../contract.ts'

type Asked = Readonly<Record<string, string | undefined>>

/** The pilots that the address of their list asks for: by part of a name, county, batch and state of the plan. */
export function askedPilots(pilots: readonly PilotView[], { q, countyId, batchId, state }: Asked): PilotView[] {
  const text = cleanName(q ?? '')
  return pilots.filter(
    (pilot) =>
      (text === '' || pilot.parkName.includes(text) || pilot.countyName.includes(text)) &&
      (!countyId || pilot.countyId === countyId) &&
      (!batchId || pilot.batchId === batchId) &&
      (!state || pilot.planState === state),
  )
}
