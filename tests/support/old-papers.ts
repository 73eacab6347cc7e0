import { papersAfter } from '../../src/app.ts'
import type { PapersAfter } from '../../src/features/programme/papers/public.ts'
import type { Acting } from '../../src/platform/command.ts'
import { canonical } from '../../src/shared/canonical.ts'
import { inside } from './inside.ts'
import type { World } from './world.ts'

type Last = { subject: string; kind: string; unitName: string; issuedAt: Date; content: unknown }

/** Papers that verify as the newest of their subject and say something else than would be drawn on the day they were issued, by today's records. */
export async function oldPapers(world: World): Promise<string[]> {
  const papers = await world.sql<Last>(`
    select distinct on (subject) subject, kind, unit_name as "unitName", issued_at as "issuedAt", content
      from issued_papers order by subject, no desc`)
  const actor = { accountId: '', post: 'park-manager', bureau: null, unitKind: 'park', unitId: '' }
  return inside(world, '33/', async (tx) => {
    const old: string[] = []
    for (const { subject, kind, unitName, issuedAt, content } of papers) {
      const acting = { tx, now: issuedAt, actor } as unknown as Acting
      const drawn = (await drawerOf(kind)(acting, subject, '')).find((one) => one.subject === subject)
      if (canonical(drawn?.content ?? null) !== canonical(content)) old.push(`${kind} ${unitName}`)
    }
    return old
  })
}

function drawerOf(kind: string): PapersAfter {
  const own = papersAfter[kind] ?? (kind === 'minutes' ? papersAfter.consultation : papersAfter.filing)
  const [drawer] = own ?? []
  if (!drawer) throw new Error(`nothing draws ${kind}`)
  return drawer
}
