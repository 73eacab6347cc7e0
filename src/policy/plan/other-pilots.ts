import type { PlannedEnterprise } from './plan.ts'
import { type Gap, gapList } from './plan-gap.ts'

/** An enterprise as it stands in another running pilot; `park`: null where the reader may not know whose. */
export type OtherPilot = { readonly uscc: string; readonly name: string; readonly park: string | null }

/** Enterprises that another running pilot supports already, by their credit code whatever they are called there (G1.3). */
export function otherPilotGaps(rows: readonly PlannedEnterprise[], others: readonly OtherPilot[]): Gap[] {
  const list = gapList('enterprises')
  for (const [i, { uscc }] of rows.entries()) {
    const found = others.filter((one) => one.uscc === uscc)
    const field = `rows.${i}.uscc`
    for (const { park, name } of found)
      if (park !== null) list.warning(field, 'plan.enterprise-in-pilot-of', 'G1.3', { uscc, park, name })
    if (found.some(({ park }) => park === null))
      list.warning(field, 'plan.enterprise-in-another-pilot', 'G1.3', { uscc })
  }
  return list.gaps
}
