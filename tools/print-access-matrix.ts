import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endpoints } from '../src/app.ts'
import type { Endpoint } from '../src/platform/command.ts'
import { isPermission, permits, postList, posts } from '../src/policy/people/roles.ts'

const head = `# Who may do what, and to which record

Printed by \`npm run access-matrix\` from the routes and \`src/policy/people/permissions.ts\`. What is expected is written down apart from both, by hand, in
\`tests/security/expected-access.ts\`; \`tests/security/access-matrix.test.ts\` tries every post at every route over HTTP, with every kind of record
below, and \`tests/security/written-access.test.ts\` compares this table with it.

Each route asks for one permission, and each record hangs in one place of the tree (province, city, county, park, enterprise). Where the table
has a mark, a record is answered for like this:

| record | of one's own unit | of a unit below | of a unit beside it | of another county |
| --- | --- | --- | --- | --- |
| answer | as the rules say | as the rules say | 404 | 404 |

An enterprise reads what its park holds for all (an activity that it took part in). Where the table has no mark the answer is 403, and without a
session 401, whatever the record. \`○\`: open without a session, by the secret in the address or to everybody. \`◐\`: by a seat: an expert
reads what is of the one pilot that they score, while the seat is open, and else gets 403. Files, exports, papers, histories, pickers and the
calendar's address are routes like others. Signing in two steps and refusals by rule are not in this table: a mark says that the
post may ask.
`

/** A column for each post, in the order of `postList`. */
function rowOf({ route: { method, path, permission, bySeat } }: Endpoint): string {
  const marks = postList.map((post) => {
    if (permission === 'public') return '○'
    if (bySeat && post === 'expert') return '◐'
    return isPermission(permission) && permits(post, permission) ? '●' : ''
  })
  return `| \`${method} ${path}\` | ${permission} | ${marks.join(' | ')} |`
}

/** `npm run access-matrix`: writes docs/access-matrix.md. */
export function printAccessMatrix(): string {
  const names = postList.map((post) => posts[post].zh)
  const rows = [...endpoints]
    .sort((a, b) => `${a.route.path} ${a.route.method}`.localeCompare(`${b.route.path} ${b.route.method}`, 'en'))
    .map(rowOf)
  const table = [
    `| 路由 | 权限 | ${names.join(' | ')} |`,
    `| --- | --- | ${names.map(() => '---').join(' | ')} |`,
    ...rows,
  ]
  const text = table.join('\n')
  return `${head}\n${text}\n`
}

export const accessMatrixFile = fileURLToPath(new URL('../docs/access-matrix.md', import.meta.url))

if (import.meta.main) writeFileSync(accessMatrixFile, printAccessMatrix())
