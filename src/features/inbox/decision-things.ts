import type { Tx } from '../../platform/database/connect.ts'
import { openDecisions } from '../consultations/public.ts'
import { mostThings, type Waiting } from './things.ts'

/** Decisions of consultations that somebody in this scope has to carry out (G5.1). */
export async function decisionThings(tx: Tx, scope: string): Promise<Waiting[]> {
  const open = await openDecisions(tx, scope, mostThings)
  return open.map(({ consultationId, topic, what, no, unitName, post, dueOn, since }) => ({
    thing: { subject: 'decision', state: 'open', post },
    pilotId: null,
    parkName: unitName,
    href: `/consultations/${consultationId}?decision=${no}`,
    about: { zh: `${topic}：${what}`, en: `${topic}: ${what}` },
    since,
    obligationDay: dueOn,
  }))
}
