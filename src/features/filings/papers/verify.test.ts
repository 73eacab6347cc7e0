import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf, writeSections } from '../../../../database/demo/course.ts'
import { demoCounty, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { verifyCode } from '../../../policy/filings/verify-code.ts'
import { address } from '../../../shared/route.ts'
import * as acts from '../course/act-contract.ts'
import * as filings from '../course/contract.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
const hashes: string[] = []
beforeAll(async () => {
  world = await startWorld()
  park = (await demoCounty(world)).first
  await draftPlan(world, park)
  hashes.push((await submitPlan(world, park)).hash)
  const manager = await world.as(`${park.name}·负责人`)
  const filingId = await planOf(manager, park.pilotId)
  await manager.done(acts.withdrawFiling, { params: { filingId }, body: { reason: '附件放错' } })
  const { sections } = await manager.done(filings.showFiling, { params: { filingId } })
  const controls = sections.find((one) => one.section === 'controls')?.content as object
  await writeSections(manager, filingId, { controls: { ...controls, summary: '专账核算，三人审批' } })
  world.setClock('2026-04-20')
  hashes.push((await submitPlan(world, park)).hash)
})
afterAll(() => world.stop())

/** Nobody: no cookie, no session. */
async function ask(code: string) {
  const reply = await world.http.inject({ method: 'GET', url: address(contract.verifyPaper, { code }) })
  return { status: reply.statusCode, body: reply.json(), text: reply.payload }
}

const told = (hash: string, versionNo: number, submittedOn: string, newest: boolean) => ({
  papers: [{ kind: 'plan', unitName: park.name, period: '', versionNo, submittedOn, hash, newest }],
})

it('tells anybody who holds a paper whether it is genuine and the newest', async () => {
  const [first = '', second = ''] = hashes
  expect((await ask(verifyCode(second))).body).toEqual(told(second, 2, '2026-04-20', true))
  expect((await ask(verifyCode(first))).body).toEqual(told(first, 1, '2026-04-01', false))
})

it('reads a code as people type it', async () => {
  const code = verifyCode(hashes[1] ?? '')
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    code.replace('-', '－'),
  ]) {
    expect((await ask(typed)).body.papers, typed).toHaveLength(1)
  }
})

it('tells nothing else: no content, no person, no id, no sum', async () => {
  const { text } = await ask(verifyCode(hashes[1] ?? ''))
  expect(Object.keys(JSON.parse(text).papers[0])).toEqual([
    'kind',
    'unitName',
    'period',
    'versionNo',
    'submittedOn',
    'hash',
    'newest',
  ])
  for (const secret of [park.pilotId, park.parkId, park.scope, '负责人', '专账', '330421'])
    expect(text).not.toContain(secret)
})

it('finds nothing by a guess, by a part of a code or by a pattern', async () => {
  const code = hashes[1]?.slice(0, 16) ?? ''
  expect((await ask('0000-0000-0000-0000')).body).toEqual({ papers: [] })
  const other = code.slice(0, 15) + (code.endsWith('0') ? '1' : '0')
  expect((await ask(other)).body).toEqual({ papers: [] })
  for (const bad of [code.slice(0, 15), `${code}0`, '%%%%%%%%%%%%%%%%', '________________', "' or '1'='1' --  "]) {
    const { status, body } = await ask(bad)
    expect([status, body.error.fields[0]?.field], bad).toEqual([422, 'code'])
  }
})

it('opens the filings to nobody: what the function tells is all that is seen without a session', async () => {
  const seen = await world.services.database.transaction().execute(async (tx) => ({
    versions: await tx.selectFrom('filingVersions').select('id').execute(),
    filings: await tx.selectFrom('filings').select('id').execute(),
  }))
  expect(seen).toEqual({ versions: [], filings: [] })
})
