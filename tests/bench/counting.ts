import { getJson, send } from '../../bench/people.ts'
import type { Asked } from '../../bench/requests.ts'
import type { HeardWorld } from './heard-world.ts'

/** A reading's end goes with the beginning of whatever comes next, or by itself when nobody waits. */
const asked = ({ heard }: HeardWorld) => heard.take().filter(({ text }) => text !== 'end').length

/** How often the database is asked for one answer; asked once before, so that what the server remembers is known to it. */
export async function countsOf(of: HeardWorld, routes: readonly Asked[]): Promise<Record<string, number>> {
  const { address, heard } = of
  const counts: Record<string, number> = {}
  // To its end: some are read while they are sent.
  const ask = async (path: string, session: string) => (await send(address, session, 'GET', path)).arrayBuffer()
  for (const { route, path, session } of routes) {
    await ask(path, session)
    heard.take()
    await ask(path, session)
    counts[`GET ${route}`] = asked(of)
  }
  return counts
}

type Sections = { sections: { section: string; revision: number; content: unknown }[] }

/** The same of acts that people wait for: a section of a plan saved as it stands, a link made for an enterprise. */
export async function countsOfActs(
  of: HeardWorld,
  { draftId, deliveredId }: { draftId: string; deliveredId: string },
): Promise<Record<string, number>> {
  const { address, heard } = of
  const counts: Record<string, number> = {}
  const save = async () => {
    const { sections } = await getJson<Sections>(address, 'bench-draft-1', `/api/filings/${draftId}`)
    const { revision = 0, content } = sections.find(({ section }) => section === 'services') ?? {}
    heard.take()
    await send(address, 'bench-draft-1', 'PUT', `/api/filings/${draftId}/sections/services`, { revision, content })
  }
  const invite = async () => {
    heard.take()
    await send(address, 'bench-officer', 'POST', `/api/services/${deliveredId}/confirmation-links`, {})
  }
  const acts = [
    ['PUT /api/filings/:filingId/sections/:section', save],
    ['POST /api/services/:serviceId/confirmation-links', invite],
  ] as const
  for (const [name, act] of acts) {
    await act()
    await act()
    counts[name] = asked(of)
  }
  return counts
}
