import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { approvedPilot, draftPlan, type Park, submitPlan } from '../../../../database/demo/programme.ts'
import { recommend, release } from '../../../../tests/support/funded.ts'
import { acceptReturn, openReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { address } from '../../../shared/route.ts'
import * as funds from '../../money/funds/contract.ts'
import * as tranches from '../../money/funds/tranche-contract.ts'
import * as acts from '../course/act-contract.ts'
import * as filings from '../course/contract.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'

let world: World
/** Its plan is approved. */
let park: Park
/** Its plan is filed for the second time. */
let other: Park
const planCodes: string[] = []

beforeAll(async () => {
  world = await startWorld({ site: 'https://verify.example' })
  const county = await approvedPilot(world)
  park = county.park
  other = county.second
  await draftPlan(world, other)
  await submitPlan(world, other)
  planCodes.push(await codeOf(await wordOfPlan(other)))
  world.setClock('2026-04-15')
  const manager = await world.as(`${other.name}·负责人`)
  const filingId = await planOf(manager, other.pilotId)
  await manager.done(acts.withdrawFiling, { params: { filingId }, body: { reason: '附件放错' } })
})
afterAll(() => world.stop())

async function wordOfPlan(of: Park, version?: number): Promise<Buffer> {
  const client = await world.as(economy)
  const params = { filingId: await planOf(client, of.pilotId) }
  return (await client.call(contract.filingWord, { params, search: version ? { version } : {} })).raw
}

async function codeOf(word: Buffer): Promise<string> {
  return /验证码 ([0-9A-F-]{19})/.exec((await readWord(word)).feet)?.[1] ?? 'no code'
}

/** Nobody: no cookie, no session. */
async function ask(code: string) {
  const reply = await world.http.inject({ method: 'GET', url: address(contract.verifyPaper, { code }) })
  return { status: reply.statusCode, body: reply.json(), text: reply.payload }
}

async function told(code: string): Promise<contract.VerifiedPaper> {
  const [paper] = (await ask(code)).body.papers
  if (!paper) throw new Error(`no paper has the code ${code}`)
  return paper
}

describe('a plan that is taken back and filed again', () => {
  it('stands no longer once it is taken back, and has no code meanwhile (G3.1)', async () => {
    const { newest, endedAt, last } = await told(planCodes[0] ?? '')
    expect({ newest, endedAt, last }).toEqual({ newest: false, endedAt: '2026-04-15T01:00:00.000Z', last: null })
    const word = await readWord(await wordOfPlan(other))
    expect(word.heads).toContain('已退回修改')
    expect(word.feet).toContain('未出具，无验证码')
  })

  it('never shares a code with the version before, even where not a word was changed', async () => {
    world.setClock('2026-04-20')
    await submitPlan(world, other)
    planCodes.push(await codeOf(await wordOfPlan(other)))
    const [first = '', second = ''] = planCodes
    expect(second).not.toBe(first)
    expect(await told(second)).toMatchObject({ versionNo: 2, no: 3, newest: true, endedAt: null, last: null })
    expect(await told(first)).toMatchObject({
      versionNo: 1,
      newest: false,
      endedAt: '2026-04-15T01:00:00.000Z',
      last: { no: 3, versionNo: 2, issuedAt: '2026-04-20T01:00:00.000Z' },
    })
    const old = await readWord(await wordOfPlan(other, 1))
    expect(old.heads).toContain('不再有效')
    expect(old.feet).toContain(first)
  })

  it('says where to verify it, by the address that is set', async () => {
    expect((await readWord(await wordOfPlan(other))).feet).toContain('核验网址 https://verify.example/verify')
  })
})

it('repeats every figure of the paper: altered by one digit, it differs from what is told (G3.1)', async () => {
  const word = await readWord(await wordOfPlan(park))
  const paper = await told(await codeOf(await wordOfPlan(park)))
  const { title, lines, facts, tables, opinions } = paper.told.zh
  const known = [
    title,
    ...lines,
    ...facts.flat(),
    ...tables.flatMap(({ columns, rows }) => [...columns, ...rows.flat()]),
  ]
  const all = known.join('|')
  // The enterprises keep their own figures; their sums are told.
  const own = tables.findIndex(({ name }) => name === '试点企业')
  expect(tables[own]?.rows.at(-1)?.filter((cell) => /^[\d,.]+$/.test(cell))).toHaveLength(3)
  const figures = word.tables.flat(2).filter((cell) => /^[\d,.%-]*\d[\d,.%-]*$/.test(cell))
  expect(figures.length).toBeGreaterThan(80)
  const enterprises = new Set(tables[own]?.rows.flat() ?? [])
  const untold = figures.filter((cell) => !known.includes(cell))
  // Only what an enterprise keeps to itself is missing.
  const kept = (word.tables.at(-2) ?? []).flat()
  expect(untold.filter((cell) => !kept.includes(cell))).toEqual([])
  expect(enterprises.has('＊')).toBe(true)
  expect(all).toContain('5,000,000.00')
  const digit = (text: string) => text.replace(/\d(?=\D*$)/, (one) => String((Number(one) + 1) % 10))
  const sums = tables.find(({ name }) => name === '资金使用方案')?.rows.at(-1) ?? []
  for (const sum of sums.filter(Boolean)) if (/\d/.test(sum)) expect(known).not.toContain(digit(sum))
  expect(opinions.map((one) => one.text)).toContainEqual(expect.stringContaining('同意。'))
})

describe('a table whose figure is reduced', () => {
  it('has another code after the reduction, and the one before is superseded (G3.5)', async () => {
    world.setClock('2026-07-08')
    const filingId = await openReturn(world, park, '2026Q2')
    await submitReturn(world, park, filingId)
    const client = await world.as(economy)
    const params = { filingId }
    const paper = async () => codeOf((await client.call(contract.filingWord, { params })).raw)
    const filed = await paper()
    world.setClock('2026-07-10')
    await acceptReturn(world, filingId, [])
    const accepted = await paper()
    expect(accepted).not.toBe(filed)
    expect(await told(filed)).toMatchObject({ newest: false, last: { no: 2, versionNo: 1 } })
    const { kind, period, told: now } = await told(accepted)
    expect({ kind, period }).toEqual({ kind: 'target-table', period: '2026Q2' })
    expect(now.zh.facts).toContainEqual(['填报日期', '2026-07-08'])
    const sheet = await client.call(contract.filingSheets, { params })
    expect(sheet.status).toBe(200)
    const { paperFoot } = await client.done(filings.showFiling, { params })
    expect(paperFoot?.zh).toContain(accepted)
  })
})

describe('the recommendation of a tranche', () => {
  const paper = async () => {
    const params = { pilotId: park.pilotId, no: 1 }
    return (await (await world.as(economy)).call(tranches.trancheWord, { params })).raw
  }

  it('has a code of its own, a new one with every step, and none once it is taken back (G4.2)', async () => {
    const codes: string[] = []
    const plan = await codeOf(await wordOfPlan(park))
    const withdraw = async () => {
      const client = await world.as(economy)
      await client.done(funds.withdrawRecommendation, {
        params: { pilotId: park.pilotId, no: 1 },
        body: { reason: '金额有误' },
      })
    }
    await recommend(world, park, 1)
    codes.push(await codeOf(await paper()))
    await withdraw()
    expect((await readWord(await paper())).feet).toContain('未出具，无验证码')
    expect(await told(codes[0] ?? '')).toMatchObject({ kind: 'tranche', newest: false, last: null })
    await recommend(world, park, 1)
    codes.push(await codeOf(await paper()))
    await release(world, park, 1)
    codes.push(await codeOf(await paper()))
    expect(new Set([...codes, plan]).size).toBe(4)
    const { told: shown, newest } = await told(codes[2] ?? '')
    expect(newest).toBe(true)
    expect(shown.zh.facts).toContainEqual(['建议拨付金额（元）', '1,500,000.00'])
    expect(shown.zh.facts).toContainEqual(['依据方案', '方案第1版（已批准）'])
    expect(shown.en.title).toContain('recommendation of tranche 1')
  })
})

it('reads a code as people type it', async () => {
  const code = planCodes[1] ?? ''
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    code.replace('-', '－'),
    `（${code}）。`,
    ` ${code}。\n`,
    `${code}!`,
  ]) {
    expect((await ask(typed)).body.papers, typed).toHaveLength(1)
  }
  const [row] = await world.sql<{ hash: string }>('select hash from issued_papers where left(hash, 16) = $1', [
    code.replaceAll('-', '').toLowerCase(),
  ])
  const hash = row?.hash ?? ''
  expect((await ask(`${hash.toUpperCase()}。`)).body.papers).toHaveLength(1)
  const altered = `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`
  expect((await ask(altered)).body).toEqual({ papers: [] })
})

it('tells nothing that does not stand on the paper: no id, no scope, no account', async () => {
  const { text } = await ask(planCodes[1] ?? '')
  for (const secret of [other.pilotId, other.parkId, other.scope, '330421/']) expect(text).not.toContain(secret)
})

it('finds nothing by a guess, by a part of a code or by a pattern', async () => {
  const code = (planCodes[0] ?? '').replaceAll('-', '')
  expect((await ask('0000-0000-0000-0000')).body).toEqual({ papers: [] })
  const altered = code.slice(0, 15) + (code.endsWith('0') ? '1' : '0')
  expect((await ask(altered)).body).toEqual({ papers: [] })
  for (const bad of [code.slice(0, 15), `${code}0`, '%%%%%%%%%%%%%%%%', '________________', "' or '1'='1' --  "]) {
    const { status, body } = await ask(bad)
    expect([status, body.error.fields[0]?.field], bad).toEqual([422, 'code'])
  }
})

describe('what is kept', () => {
  it('opens neither filings nor papers to nobody: what the function tells is all that is seen without a session', async () => {
    const seen = await world.services.database.transaction().execute(async (tx) => ({
      versions: await tx.selectFrom('filingVersions').select('id').execute(),
      papers: await tx.selectFrom('issuedPapers').select('id').execute(),
    }))
    expect(seen).toEqual({ versions: [], papers: [] })
  })

  it('is never changed, and no paper is slipped in between', async () => {
    await expect(world.sql(`update issued_papers set unit_name = 'x'`)).rejects.toThrow(/append-only/)
    await expect(world.sql('delete from issued_papers')).rejects.toThrow(/append-only/)
    const insert = (no: string, hash: string) =>
      world.sql(`insert into issued_papers (id, subject, no, kind, unit_name, version_no, content, told, hash, issued_by, issued_at, scope)
        select gen_random_uuid(), subject, ${no}, kind, unit_name, version_no, content, told, ${hash}, issued_by, issued_at, scope
          from issued_papers where kind = 'plan' and hash is not null order by no desc limit 1`)
    await expect(insert('no + 2', `repeat('a', 64)`)).rejects.toThrow(/follow one another/)
    await expect(insert('no + 1', 'hash')).rejects.toThrow(/issued_papers_code/)
  })
})
