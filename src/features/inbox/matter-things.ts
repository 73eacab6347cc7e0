import type { Tx } from '../../platform/database/connect.ts'
import { matterKinds } from '../../policy/matter.ts'
import { openMatters } from '../matters/public.ts'
import { mostThings, type Waiting } from './things.ts'

/** Major matters that are not over (G5.5): with the park, or with the one whose turn it is to speak. */
export async function matterThings(tx: Tx): Promise<Waiting[]> {
  const open = await openMatters(tx, mostThings)
  return open.map(({ filingId, pilotId, parkName, no, kind, state, rule, waitingFor, dueOn, since }) => ({
    thing: { subject: 'filing', state, rule, waitingFor },
    pilotId,
    parkName,
    href: `/matters/${filingId}`,
    about: {
      zh: `${rule.zh} ${no} · ${matterKinds[kind].zh}`,
      en: `${rule.en} ${no}, ${matterKinds[kind].en.toLowerCase()}`,
    },
    since,
    obligationDay: dueOn,
  }))
}
