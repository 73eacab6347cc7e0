import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../database/demo/evaluations.ts'
import type { Park } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import { showEvaluation } from '../../src/features/filings/evaluations/contract.ts'
import * as contract from '../../src/features/oversight/archive/contract.ts'
import { verifySealed } from '../../src/platform/files/sealed-zip.ts'
import { placeOf } from '../../src/platform/files/store.ts'
import { bytesOf, openZip } from '../../src/platform/files/zip.ts'
import { writeZip } from '../../src/platform/files/zip-writer.ts'
import { type ArchivedFile, archivePapers } from '../../src/policy/oversight/archive.ts'
import { inForce } from '../support/measures.ts'
import { paper } from '../support/services.ts'
import { closePilot, settledPilot } from '../support/settled.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let park: Park
let archive: Buffer
beforeAll(async () => {
  world = await startWorld()
  const settled = await settledPilot(world)
  ;({ park } = settled)
  await evaluateMidTerm(settled)
  await inForce(world, park, {
    kind: 'criticism',
    ground: 'weak-progress',
    amountFen: null,
    reason: '进展缓慢，通报批评',
  })
}, 300_000)
afterAll(() => world.stop())

/** The mid-term evaluation, with a paper wherever one may be given, published and rectified. */
async function evaluateMidTerm({ batchId, countyId }: { batchId: string; countyId: string }): Promise<void> {
  const { officer: economy } = play.midTerm
  const manager = `${park.name}·负责人`
  const paperOf = (who: string, title: string) => paper(world, who, title)
  const params = { evaluationId: await play.openEvaluation(world, park, play.midTerm, '2027-12-31') }
  const item = 'agencies'
  const score = { by: 'elements' as const, elements: [] }
  const self = { item, score, reason: '资料已提交', fileId: await paperOf(manager, '自评依据') }
  await (await world.as(manager)).done(acts.scoreSelf, { params, body: self })
  await play.evaluateItself(world, park, params.evaluationId)
  await play.scoreJudged(world, economy, params.evaluationId, play.poorly)
  const officer = await world.as(economy)
  const final = { item, score, reason: '资料不全', fileId: await paperOf(economy, '评分依据') }
  await officer.done(acts.scoreFinal, { params, body: final })
  await officer.done(acts.tellResult, { params, body: {} })
  const objection = { item, reason: '机构遴选有记录', fileId: await paperOf(manager, '遴选记录') }
  await (await world.as(manager)).done(acts.objectTo, { params, body: objection })
  const { objections } = await officer.done(showEvaluation, { params })
  const objectionId = objections[0]?.objectionId ?? ''
  const answer = { objectionId, verdict: 'kept' as const, score: null, answer: '记录不完整，维持评分', fileId: null }
  await officer.done(acts.answerObjection, { params, body: answer })
  await play.agree(world, park, params.evaluationId)
  const filingId = await play.reportMidTerm(world, { batchId, countyId })
  await play.publishReport(world, filingId)
  const report = { report: '已补齐遴选记录', fileId: await paperOf(manager, '整改报告') }
  await (await world.as(manager)).done(acts.submitRectification, { params, body: report })
}

const verifyArchive = (zipped: Buffer) => verifySealed(bytesOf(zipped), archivePapers.manifest)
const asked = () => ({ params: { pilotId: park.pilotId } })
const download = async (who: string) => {
  const { status, raw } = await (await world.as(who)).call(contract.downloadArchive, asked())
  expect(status).toBe(200)
  return raw
}
const partsOf = async (zipped: Buffer) => {
  const zip = await openZip(bytesOf(zipped))
  return Promise.all(zip.entries.map(async (entry) => ({ name: entry.name, data: await buffer(zip.open(entry)) })))
}
const textIn = async (zipped: Buffer, name: string) =>
  (await partsOf(zipped)).find((part) => part.name === name)?.data.toString('utf8') ?? ''

it('is made of a closed pilot alone (G5.3)', async () => {
  const answer = await (await world.as('嘉善县经信局·经办')).call(contract.downloadArchive, asked())
  expect([answer.status, answer.body.error]).toMatchObject([422, { code: 'pilot.not-closed', clause: 'G5.3' }])
  await closePilot(world, park)
})

it('holds every file with its hash, verifies by itself, and is the same byte for byte whoever asks', async () => {
  archive = await download('嘉善县经信局·经办')
  expect(await verifyArchive(archive)).toEqual({ checked: expect.any(Number), problems: [] })
  world.setClock('2028-06-01')
  expect((await download('省财政厅·处室')).equals(archive)).toBe(true)
  const { files, missing } = JSON.parse(await textIn(archive, archivePapers.manifest)) as {
    files: ArchivedFile[]
    missing: string[]
  }
  expect(missing).toEqual([])
  const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
    `select count(distinct e.file_id)::int as n from evidence e join services s on s.id = e.service_id where s.pilot_id = $1`,
    [park.pilotId],
  )
  const stored = files.filter(({ stored: kept }) => kept)
  expect(stored.filter(({ path }) => path.startsWith('05-'))).toHaveLength(n)
  for (const { sha256, stored: kept } of stored) expect(sha256).toBe(kept?.hash)
  for (const folder of ['01-报送材料', '02-资金与专账', '04-企业诊断', '05-精准服务', '09-结项']) {
    expect([folder, files.some(({ path }) => path.startsWith(`${folder}/`))]).toEqual([folder, true])
  }
  expect(files.filter(({ path }) => path.endsWith('.docx')).length).toBeGreaterThan(7)
})

it('holds every file that any record of the pilot names, and what was published of its evaluation', async () => {
  const { files } = JSON.parse(await textIn(archive, archivePapers.manifest)) as { files: ArchivedFile[] }
  const kept = new Set(files.flatMap(({ stored }) => stored?.hash ?? []))
  const columns = await world.sql<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as "table", a.attname as "column"
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.confrelid = 'files'::regclass and c.conrelid <> 'units'::regclass order by 1`,
  )
  const left: string[] = []
  const found: string[] = []
  for (const { table, column } of columns) {
    const rows = await world.sql<{ hash: string; name: string }>(
      `select f.hash, f.name from ${table} t join files f on f.id = t.${column} where starts_with(f.scope, $1)`,
      [park.scope],
    )
    if (rows.length > 0) found.push(table)
    left.push(...rows.filter(({ hash }) => !kept.has(hash)).map(({ name }) => `${table}: ${name}`))
  }
  expect(left).toEqual([])
  expect(found).toEqual(
    expect.arrayContaining(['evaluation_objections', 'evaluation_scores', 'measures', 'rectifications']),
  )
  const said = (name: string) => files.filter(({ path }) => path.includes(name)).map(({ proves }) => proves)
  expect([said('遴选记录'), said('整改报告-'), said('自评依据')]).toEqual([['异议材料'], ['整改报告'], ['评分依据']])
  const { path = '' } = files.find(({ proves }) => proves === '评价结果公示记录') ?? {}
  const [published] = JSON.parse(await textIn(archive, path)) as { results: { parkName: string }[] }[]
  expect(published?.results.map(({ parkName }) => parkName)).toContain(park.name)
})

it('reports the four properties, all of them passed', async () => {
  const { properties } = JSON.parse(await textIn(archive, archivePapers.reportData)) as {
    properties: { zh: string; passed: boolean; checks: { checked: number; failed: string[] }[] }[]
  }
  expect(properties.map(({ zh, passed }) => [zh, passed])).toEqual([
    ['真实性', true],
    ['完整性', true],
    ['可用性', true],
    ['安全性', true],
  ])
  expect(properties.flatMap(({ checks }) => checks).filter(({ checked }) => checked === 0)).toEqual([])
})

it('is not for the park, nor for a county that is not its own', async () => {
  expect((await (await world.as(`${park.name}·负责人`)).call(contract.downloadArchive, asked())).status).toBe(403)
  expect((await (await world.as('海宁市经信局·经办')).call(contract.downloadArchive, asked())).status).toBe(404)
})

it('shows to whoever verifies it what was changed, taken out, put in or sealed anew', async () => {
  const parts = await partsOf(archive)
  const changed = async (change: (of: typeof parts) => typeof parts) =>
    (await verifyArchive(await writeZip(change(parts)))).problems
  const at = parts.findIndex(({ name }) => name.endsWith('.pdf'))
  const name = parts[at]?.name ?? ''
  const other = (data: Buffer) => Buffer.concat([data.subarray(0, -1), Buffer.from([(data.at(-1) ?? 0) ^ 1])])
  expect(await changed((of) => of.map((one, i) => (i === at ? { ...one, data: other(one.data) } : one)))).toEqual([
    { path: name, what: 'hash differs' },
  ])
  expect(await changed((of) => of.filter((_, i) => i !== at))).toEqual([{ path: name, what: 'missing' }])
  expect(await changed((of) => [...of, { name: '混入.txt', data: Buffer.from('x') }])).toEqual([
    { path: '混入.txt', what: 'not in the manifest' },
  ])
  const forged = (of: typeof parts) =>
    of.map((one) =>
      one.name === archivePapers.manifest
        ? { ...one, data: Buffer.from(one.data.toString('utf8').replace(/"park":"[^"]*"/, '"park":"他园"')) }
        : one,
    )
  expect(await changed(forged)).toEqual([{ path: archivePapers.manifest, what: 'seal differs' }])
  expect((await verifyArchive(archive.subarray(0, archive.length / 2))).problems).toMatchObject([{ what: 'broken' }])
})

it('says of a file that is lost or changed that it is, and fails its properties', async () => {
  const [first, second] = await world.sql<{ hash: string }>(
    `select distinct f.hash from files f join evidence e on e.file_id = f.id join services s on s.id = e.service_id
      where s.pilot_id = $1 order by 1`,
    [park.pilotId],
  )
  const at = (hash = '') => join(world.filesDir, placeOf(hash))
  await rm(at(first?.hash))
  await writeFile(at(second?.hash), 'no longer what it was')
  const damaged = await download('嘉善县经信局·经办')
  const { problems } = await verifyArchive(damaged)
  expect(problems).toMatchObject([{ what: 'missing' }])
  const { properties } = JSON.parse(await textIn(damaged, archivePapers.reportData)) as {
    properties: { zh: string; passed: boolean }[]
  }
  expect(properties.filter(({ passed }) => !passed).map(({ zh }) => zh)).toEqual([
    '真实性',
    '完整性',
    '可用性',
    '安全性',
  ])
  const { files } = JSON.parse(await textIn(damaged, archivePapers.manifest)) as { files: ArchivedFile[] }
  const broken = files.filter(({ sha256, stored }) => stored && sha256 !== stored.hash)
  expect(broken).toHaveLength(1)
  expect(broken[0]?.sha256).toBe(createHash('sha256').update('no longer what it was').digest('hex'))
})
