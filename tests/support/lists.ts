import type { z } from 'zod'
import type { changeLists } from '../../src/features/oversight/standing/contract.ts'
import type { StandingLists } from '../../src/policy/plan/standing-lists.ts'

type Sent = Omit<z.input<typeof changeLists.body>, 'basedOn'>

/** Lists of standing service as they are sent. */
export function sentLists({ enterprises, agencies }: StandingLists): Sent {
  return { enterprises, agencies } as Sent
}
