import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/oversight/audit/package-contract.ts'
import { bytesOf, openZip } from '../../src/platform/files/zip.ts'
import { type WrittenPart, writeZip } from '../../src/platform/files/zip-writer.ts'
import { packagePapers } from '../../src/policy/oversight/audit-package.ts'
import { audit } from '../../tools/audit.ts'
import { servedPilot } from '../support/returns.ts'
import { actsOf, sealerOf } from '../support/sealing.ts'
import { auditorName } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let folder: string
let park: Park
let zipped: Buffer
const search = { from: '2026-01-01', to: '2026-12-31' }
beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'yqt-package-'))
  ;({ park } = await servedPilot(world))
  const sealer = await sealerOf(world)
  await sealer.seal()
  // Acts of other units alone, and what waits for its seal.
  await actsOf(world, 20)
  await sealer.seal()
  await sealer.end()
  await actsOf(world, 3)
  zipped = await download('嘉善县经信局·负责人')
}, 300_000)
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

type Lines = { part?: unknown; event?: { eventId: string; line: string }; left?: object; waiting?: string }
const asked = async (who: string, days = search) =>
  (await world.as(who)).call(contract.downloadPackage, { search: days })
const download = async (who: string, days = search) => {
  const { status, raw } = await asked(who, days)
  expect(status).toBe(200)
  return raw
}
const partsOf = async (of: Buffer): Promise<WrittenPart[]> => {
  const zip = await openZip(bytesOf(of))
  return Promise.all(zip.entries.map(async (entry) => ({ name: entry.name, data: await buffer(zip.open(entry)) })))
}
const textIn = async (of: Buffer, path: string) =>
  String((await partsOf(of)).find(({ name }) => name === path)?.data ?? '')
const linesIn = async (of: Buffer) => (await textIn(of, packagePapers.events)).trimEnd().split('\n')
const verify = async (content: Buffer | string, ...heads: string[]) => {
  const file = join(folder, `${randomUUID()}.${typeof content === 'string' ? 'jsonl' : 'zip'}`)
  await writeFile(file, content)
  return audit(['verify', file, ...heads.flatMap((head) => ['--head', head])], {})
}

it('verifies without the system: the package, and the events that are in it, against a head that was kept', async () => {
  const { text, right } = await verify(zipped)
  expect([right, text]).toEqual([true, expect.stringContaining('所附记录与封存时一致')])
  const lines = await linesIn(zipped)
  const [head] = await world.sql<{ no: number; sm3: string }>(
    `select no, encode(sm3, 'hex') as sm3 from audit_seals order by no desc limit 1`,
  )
  const kept = `${head?.no}=${head?.sm3}`
  expect((await verify(zipped, kept)).right).toBe(true)
  expect((await verify(`${lines.join('\n')}\n`, kept)).right).toBe(true)
  expect((await verify(zipped, `${head?.no}=${'a'.repeat(64)}`)).text).toContain('与留存的封存值不同')
})

it('tells every event of the own unit and those below it, sealed or not, and of all others a hash', async () => {
  const lines = (await linesIn(zipped)).map((line) => JSON.parse(line) as Lines)
  const told = lines.flatMap(({ event, waiting }) => (event ? [event.line] : waiting ? [waiting] : []))
  const county = park.scope.split('/').slice(0, 3).join('/')
  const own = await world.sql<{ text: string }>(
    `select audit_line(e) as text from audit_events e where starts_with(scope, $1) and kind <> 'file.downloaded'`,
    [`${county}/`],
  )
  const sorted = (all: string[]) => all.filter((line) => !line.includes('"file.downloaded"')).sort()
  expect(sorted(told)).toEqual(sorted(own.map(({ text }) => text)))
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>('select count(*)::int as n from audit_leaves')
  const [events, left] = [lines.filter(({ event }) => event).length, lines.filter((line) => line.left).length]
  expect([left > 0, events + left]).toEqual([true, n])
})

describe('what was changed in its events is named', () => {
  const tampered = async (change: (all: string[]) => string[]) => {
    const { text, right } = await verify(`${change(await linesIn(zipped)).join('\n')}\n`)
    expect(right).toBe(false)
    return text.split('\n')[0] ?? ''
  }
  const isEvent = (line: string) => line.startsWith('{"event"')
  const idOf = (line = '') => (JSON.parse(line) as Lines).event?.eventId ?? ''
  /** Two events that stand beside each other. */
  const pair = async () => {
    const all = await linesIn(zipped)
    const at = all.findIndex((line, i) => isEvent(line) && isEvent(all[i + 1] ?? ''))
    return { at, all, first: all[at] ?? '', second: all[at + 1] ?? '' }
  }

  it('one altered character, in a text or in a hash of another', async () => {
    const { at, first } = await pair()
    const altered = first.replace(/(\d)(:\d\d\.)/, (_, digit, rest) => `${(Number(digit) + 1) % 10}${rest}`)
    expect(altered).not.toBe(first)
    expect(await tampered((all) => all.with(at, altered))).toContain(`被修改 altered`)
    expect(await tampered((all) => all.with(at, altered))).toContain(idOf(first))
    const left = (all: string[]) => all.findIndex((line) => line.startsWith('{"left"'))
    const other = (line = '') =>
      line.replace(/"sm3":"./, (found) => `${found.slice(0, -1)}${found.endsWith('0') ? 1 : 0}`)
    expect(await tampered((all) => all.with(left(all), other(all[left(all)])))).toContain('封存值不符')
  })

  it('a missing event, one that was put in, and two that changed places', async () => {
    const { at, first, second } = await pair()
    expect(await tampered((all) => all.toSpliced(at, 1))).toMatch(/^缺失 missing: 第 \d+ 批/)
    expect(await tampered((all) => all.toSpliced(at, 0, second))).toContain('re-ordered')
    expect(await tampered((all) => all.toSpliced(at + 1, 0, first))).toContain(`事后插入 inserted`)
    expect(await tampered((all) => all.with(at, second).with(at + 1, first))).toMatch(/^顺序被改 re-ordered/)
    // An event whose text was left out, with a hash in its place, is one less that is told, and no other hash fits.
    const hidden = `{"left":{"place":1,"sha256":"${'0'.repeat(64)}","sm3":"${'0'.repeat(64)}"}}`
    expect(await tampered((all) => all.toSpliced(2, 1, hidden))).toContain('封存值不符')
  })

  it('a part that calls itself whole, and a file that is cut off', async () => {
    expect(await tampered((all) => all.slice(1))).toContain('missing')
    expect(await tampered((all) => all.slice(0, -1))).toContain('文件不完整')
  })

  it('a part of the package that is not what went in', async () => {
    const parts = await partsOf(zipped)
    const path = packagePapers.ledger
    const other = parts.map((part) => (part.name === path ? { ...part, data: Buffer.from('x') } : part))
    expect((await verify(await writeZip(other))).text).toContain(`不符 another size: ${path}`)
    const less = parts.filter(({ name }) => name !== path)
    expect((await verify(await writeZip(less))).text).toContain(`缺失 missing: ${path}`)
    expect((await verify(zipped.subarray(0, zipped.length / 2))).text).toContain('无法读取')
  })
})

it('lists the ledger, with its debits and credits, and every file that a record names with its hash', async () => {
  const ledger = await textIn(zipped, packagePapers.ledger)
  const [, ...rows] = ledger.trimEnd().split('\r\n')
  const sums = new Map<string, number>()
  for (const row of rows) {
    const cells = row.split(',')
    sums.set(cells[2] ?? '', (sums.get(cells[2] ?? '') ?? 0) + Number(cells.at(-2)) - Number(cells.at(-1)))
  }
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
    'select count(*)::int as n from ledger_entries e join pilots p on p.id = e.pilot_id where p.id = $1',
    [park.pilotId],
  )
  expect(sums.size).toBeGreaterThanOrEqual(n)
  expect([...sums.values()].filter((sum) => sum !== 0)).toEqual([])
  const evidence = await textIn(zipped, packagePapers.evidence)
  const [proof] = await world.sql<{ id: string; hash: string }>(
    'select f.id, f.hash from evidence e join files f on f.id = e.file_id join services s on s.id = e.service_id where s.pilot_id = $1 limit 1',
    [park.pilotId],
  )
  expect(evidence).toContain(`${proof?.id},`)
  expect(evidence).toContain(`,${proof?.hash},`)
  expect(await textIn(zipped, packagePapers.accounts)).toContain('嘉善县经信局·经办')
  const { sha256 } = (
    JSON.parse(await textIn(zipped, packagePapers.manifest)) as { files: { path: string; sha256: string }[] }
  ).files.find(({ path }) => path === packagePapers.evidence) ?? { sha256: '' }
  expect(createHash('sha256').update(evidence).digest('hex')).toBe(sha256)
})

it('tells nothing of another county, and the audit administrator nothing of pilots', async () => {
  const words = [park.name, park.pilotId, '嘉善']
  const parts = await partsOf(await download('海宁市经信局·负责人'))
  for (const { name, data } of parts)
    for (const word of words) expect([name, String(data).includes(word)]).toEqual([name, false])
  expect(String(parts.find(({ name }) => name === packagePapers.events)?.data)).toContain('"left"')
  const whole = await partsOf(await download(auditorName))
  expect(whole.map(({ name }) => name)).not.toContain(packagePapers.ledger)
  expect(whole.map(({ name }) => name)).not.toContain(packagePapers.evidence)
})

it('holds no number of a person or of an account whole', async () => {
  const numbers = await world.sql<{ number: string }>(
    `select number from payee_accounts union select phone from enterprise_contacts union select mobile from liaison_officers`,
  )
  expect(numbers.length).toBeGreaterThan(0)
  for (const { name, data } of await partsOf(zipped))
    for (const { number } of numbers) expect([name, String(data).includes(number)]).toEqual([name, false])
})

it('is of the days that were asked for, and of what was sealed on them', async () => {
  const none = await download('嘉善县经信局·负责人', { from: '2025-01-01', to: '2025-01-31' })
  expect((await linesIn(none)).map((line) => Object.keys(JSON.parse(line) as object))).toEqual([['part'], ['end']])
  expect((await verify(none)).right).toBe(true)
  expect((await asked('嘉善县经信局·负责人', { from: '2026-02-01', to: '2026-01-01' })).body.error).toMatchObject({
    code: 'audit.bad-range',
  })
  expect((await asked('嘉善县经信局·负责人', { from: '2026-02-01', to: '2028-01-01' })).body.error).toMatchObject({
    code: 'audit.range-too-long',
  })
  expect((await asked('嘉善县经信局·经办')).status).toBe(403)
})

it('is recorded as a download of whoever asked', async () => {
  const [{ after } = { after: null }] = await world.sql<{ after: unknown }>(
    `select after from audit_events where kind = 'file.downloaded' order by at, id limit 1`,
  )
  expect(after).toEqual({ file: expect.stringContaining('审计资料包'), from: 'GET /api/audit/package' })
})
