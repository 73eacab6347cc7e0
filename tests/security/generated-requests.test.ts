import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registeredContact } from '../../database/demo/ask-enterprise.ts'
import { isMasked } from '../../src/policy/people/masked.ts'
import { openApiFile } from '../../tools/print-openapi.ts'
import { type Actor, everybody, type Reply, signedIn } from './actors.ts'
import { type Documented, type Generated, type Ids, operationsOf, personalIn, requestsTo } from './document-requests.ts'
import { expectedAccess } from './expected-access.ts'
import { hiddenFrom, wordsOf } from './hidden-words.ts'
import { misshapen } from './refusal-shape.ts'
import type { Counties } from './side.ts'
import { twoCounties } from './two-counties.ts'

/** How many requests, and from which seed: `GENERATED_REQUESTS=20000 SEED=7`. */
const numRuns = Number(process.env.GENERATED_REQUESTS ?? 2000)
const seed = Number(process.env.SEED ?? 20_261_130)
/** After so many the replies are held against what their readers may not see. */
const chunk = 2000

const documented = operationsOf(JSON.parse(readFileSync(openApiFile, 'utf8')))

let counties: Counties
let actors: Actor[]
let ids: Ids
let numbers: Numbers
beforeAll(async () => {
  counties = await twoCounties()
  for (const { world, park, enterprises } of [counties.own, counties.foreign])
    await registeredContact(world, park, enterprises[0]?.enterpriseId ?? '')
  actors = await everybody(counties)
  ids = await idsOf()
  numbers = await numbersKept()
}, 300_000)
afterAll(() => counties?.world.stop())

/** Ids of every table by the name that contracts give them: of both counties, but of no account, so that nobody is locked out. */
async function idsOf(): Promise<Ids> {
  const { world } = counties
  const tables = await world.sql<{ name: string }>(
    `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'id' and a.atttypid = 'uuid'::regtype
        and c.relname <> 'accounts' order by 1`,
  )
  const found = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const some = (where: string, most: number) =>
      world.sql<{ id: string }>(`select id from ${name} t where ${where} order by md5(id::text) limit ${most}`)
    // Three of the reader's own county for one of another.
    const isOwn = `coalesce(to_jsonb(t) ->> 'scope', '') like '${counties.own.countyScope}%'`
    const rows = [...(await some(isOwn, 45)), ...(await some(`not ${isOwn}`, 15))]
    const single = name.replace(/ies$/, 'y').replace(/s$/, '')
    found.set(
      `${single.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`,
      rows.map(({ id }) => id),
    )
  }
  const units = found.get('unitId') ?? []
  for (const name of ['parkId', 'countyId', 'parentId']) found.set(name, units)
  found.set('enterpriseId', found.get('pilotEnterpriseId') ?? [])
  found.set('publicationId', found.get('evaluationPublicationId') ?? [])
  found.set('entryId', [...(found.get('registerEntryId') ?? []), ...(found.get('ledgerEntryId') ?? [])])
  found.set('decisionId', found.get('consultationDecisionId') ?? [])
  found.set('planId', found.get('samplingPlanId') ?? [])
  found.set('preparedId', found.get('preparedActId') ?? [])
  found.set('accountId', [])
  found.set('', [...found.values()].flat())
  return found
}

/** What is personal as it is kept, and the posts of whose reading it is the own record. */
type Numbers = readonly { readonly words: readonly string[]; readonly own: RegExp }[]

async function numbersKept(): Promise<Numbers> {
  const { world } = counties
  const of = async (select: string) => (await world.sql<{ value: string }>(select)).map(({ value }) => value)
  return [
    { words: await of('select distinct phone as value from enterprise_contacts'), own: /^enterprise-contact$/ },
    {
      words: await of('select distinct number as value from payee_accounts'),
      own: /^(?:park-manager|service-officer|fund-officer)$/,
    },
    { words: await of(`select distinct contact as value from notice_objections where length(contact) > 5`), own: /^$/ },
    {
      words: await of(`select distinct mobile as value from liaison_officers where mobile <> ''`),
      own: /^(?:park|economy|finance)-/,
    },
  ]
}

/** By their places among the actors: more often somebody for whom the door is meant. */
function askersAt({ method, path }: Documented): fc.Arbitrary<number> {
  const who = expectedAccess.get(`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`) ?? 'everybody'
  const all = [...actors.keys()]
  const meant = all.filter((at) => who === 'everybody' || who.some((post) => post === actors[at]?.post))
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...meant) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  )
}

type Heard = { readonly key: string; readonly by: Actor; readonly sent: string; readonly reply: Reply }
let heard: Heard[] = []

async function send({ method }: Documented, { url, body, file }: Generated, { cookie }: Actor): Promise<Reply> {
  const headers: Record<string, string> = cookie ? { cookie } : {}
  if (file !== null) Object.assign(headers, { 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' })
  else if (method !== 'GET') headers['content-type'] = 'application/json'
  const payload = file ?? JSON.stringify(body ?? {})
  const sent = method === 'GET' ? { method, url, headers } : { method, url, headers, payload }
  const response = await counties.world.http.inject(sent)
  const type = String(response.headers['content-type'] ?? '')
  const text = /json|text/.test(type) ? response.body : ''
  return { status: response.statusCode, type, headers: response.headers, raw: response.rawPayload, text }
}

/** Whose own record may be told whole in a field of that mask. */
const whole: Readonly<Record<string, RegExp>> = {
  telephone:
    /^(?:park-manager|service-officer|fund-officer|economy-officer|economy-leader|finance-officer|finance-leader)$/,
  'no-end': /^enterprise-contact$/,
  'bank-account': /^(?:park-manager|service-officer|fund-officer)$/,
}

/** What is wrong with one answer by itself. */
function wrongWith({ reply: documentedReply, path }: Documented, reply: Reply, by: Actor): string | null {
  if (reply.status >= 500) return `${reply.status} ${reply.text.slice(0, 300)}`
  if (reply.status >= 400) {
    const problem = misshapen(reply)
    // A sentence says again what stood in the request, and an empty word of it leaves a hole: tests/security/bad-input.test.ts looks at those.
    return problem?.startsWith('a sentence with an empty part') ? null : problem
  }
  // A router of the product answers 304 to no one here, and sends nobody elsewhere.
  if (reply.status !== 200) return `status ${reply.status}`
  if (!documentedReply) return reply.type.startsWith('application/json') ? 'a file was documented' : null
  const value: unknown = JSON.parse(reply.text)
  const parsed = documentedReply.shape.safeParse(value)
  if (!parsed.success) return `outside the document: ${parsed.error.message.slice(0, 300)}`
  const bare = personalIn(documentedReply.schema, value).find(
    (one) => one.value !== '' && !isMasked(one.value) && !(whole[one.mask]?.test(by.post ?? '') ?? false),
  )
  return bare ? `${path} tells ${bare.mask} whole` : null
}

/** Papers that carry numbers on purpose, and the one door that tells a value for a reason: decision 0064. */
const onPurpose = /\/paper\.(?:docx|xlsx)|\/archive|\/template|^POST \/api\/personal-data\/unmasked/

/** Headings and names of indicators with their codes, which papers and templates are drawn with and which are frozen into papers on both sides. */
const drawn = /^(?:省经信厅|省财政厅|县级经信部门|县级财政部门)意见$|^[A-Z]\d{1,2} /

/** What the replies since the last look have told that their readers may not see. */
async function told(): Promise<string[]> {
  const { world } = counties
  const leaks: string[] = []
  for (const scope of new Set(heard.map(({ by }) => by.scope))) {
    const hidden = await hiddenFrom(world, scope)
    for (const { key, by, sent, reply } of heard.filter((one) => one.by.scope === scope)) {
      const personal = numbers.filter(({ own }) => !own.test(by.post ?? '')).flatMap(({ words }) => words)
      const names = onPurpose.test(key) ? hidden.names : [...hidden.names, ...personal]
      for (const word of await wordsOf(reply, { ...hidden, names }))
        if (!sent.includes(word) && !drawn.test(word)) leaks.push(`${key} tells ${by.who}: ${word}`)
    }
  }
  heard = []
  return leaks
}

it(`keeps its word on ${numRuns} generated requests`, { timeout: 60_000 + numRuns * 200 }, async () => {
  const seen = new Map<string, number>()
  const reached = new Set<string>()
  let asked = 0
  for (let from = 0; from < numRuns; from += chunk) {
    // Each route is as likely as another.
    const one = fc.nat({ max: documented.length - 1 }).chain((route) => {
      const door = documented[route] as Documented
      return fc.record({ route: fc.constant(route), by: askersAt(door), request: requestsTo(door, ids) })
    })
    const property = fc.asyncProperty(one, async ({ by: at, request, route }) => {
      const door = documented[route] as Documented
      const by = actors[at] as Actor
      const reply = await send(door, request, by)
      const key = `${door.method} ${door.path}`
      asked++
      seen.set(String(reply.status), (seen.get(String(reply.status)) ?? 0) + 1)
      if (reply.status === 200) reached.add(key)
      if (!door.isPublic && reply.status === 200)
        heard.push({ key, by, sent: JSON.stringify(request) + decodeURIComponent(request.url), reply })
      // A session that was ended, or a password that was changed, is begun anew.
      if (by.post !== null && (key === 'DELETE /api/session' || reply.status === 401))
        actors[at] = await signedIn(counties.world, by.who)
      const wrong = wrongWith(door, reply, by)
      if (wrong !== null) throw new Error(`${key} by ${by.who}: ${wrong}\n${JSON.stringify(request).slice(0, 600)}`)
    })
    await fc.assert(property, { numRuns: Math.min(chunk, numRuns - from), seed: seed + from, endOnFailure: true })
    expect(await told()).toEqual([])
    process.stdout.write(
      `${asked} generated requests, statuses ${JSON.stringify(Object.fromEntries(seen))}, 200 at ${reached.size} of ${documented.length} routes\n`,
    )
  }
  expect(counties.world.faults).toEqual([])
  // Not all is turned away: else nothing would have been looked at.
  expect(reached.size).toBeGreaterThan(60)
})
