import { holeIn } from '../support/holes.ts'
import type { World } from '../support/world.ts'
import type { Reply } from './actors.ts'

/** What gives the machine away: a stack, a path, a module, a statement, a constraint. */
const machine =
  /\bat [\w.<>]+ \(|\.[cm]?[jt]s:\d|node_modules|\/(?:work|tmp|src|home)\/|Error:|\bselect .+ from\b|\binsert into\b|violates|SQLSTATE|pg_/i

/** Why this is not an answer a person can work with; null when it is one. */
export function misshapen({ status, type, text }: Reply): string | null {
  if (status < 400 || status > 499) return `${status} ${text.slice(0, 200)}`
  if (!type.startsWith('application/json')) return `${status} as ${type}`
  const body = JSON.parse(text) as { error?: Record<string, unknown> }
  const { error } = body
  if (Object.keys(body).join() !== 'error' || !error) return `keys ${Object.keys(body)}`
  if (Object.keys(error).sort().join() !== 'clause,code,en,facts,fields,zh') return `keys ${Object.keys(error)}`
  if (!/^[a-z-]+\.[a-z0-9-]+$/.test(String(error.code))) return `code ${error.code}`
  if (error.clause !== null && typeof error.clause !== 'string') return 'clause'
  const texts = [error, ...(error.fields as Record<string, unknown>[])]
  for (const { zh, en } of texts) {
    if (typeof zh !== 'string' || typeof en !== 'string' || zh.trim() === '' || en.trim() === '') return 'without words'
    if (zh === en) return `one language: ${zh}`
    if (!/\p{Script=Han}/u.test(zh)) return `not Chinese: ${zh}`
    const hole = holeIn(zh) ?? holeIn(en)
    if (hole) return `a sentence with an empty part: ${hole}`
    if (/\{\w+\}/.test(zh + en)) return `unfilled: ${zh} ${en}`
  }
  if (machine.test(text)) return `tells of the machine: ${text.slice(0, 300)}`
  return null
}

/** A digest of every table but those that note who knocked and was refused, or what bytes a refused upload may have left; equal digests mean that nothing was written. */
export async function contentOf(world: World): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname not in ('audit_events', 'sessions', 'audit_waiting', 'audit_seals', 'audit_leaves', 'idempotency_keys',
          'sign_in_refusals', 'loose_contents') order by 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `(select '${name} ' || count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'failed_sign_ins' - 'locked_until')::text, 0)), 0) from ${name} t)`,
  )
  const [found] = await world.sql<{ digest: string }>(
    `select array_to_string(array[${parts.join(', ')}], E'\\n') as digest`,
  )
  return found?.digest ?? ''
}
