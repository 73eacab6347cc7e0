import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf as planFilingOf } from '../../../../database/demo/course.ts'
import { approvedPilot, awardFen, type Park } from '../../../../database/demo/programme.ts'
import { confirmImport, preview } from '../../../../tests/support/imports.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { changed, planOf, withMoney, withTarget } from '../../../../tests/support/matters.ts'
import { managerOf, serviceAt } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import { canonical } from '../../../shared/canonical.ts'
import * as funds from '../../money/funds/contract.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'

type Tx = Parameters<Parameters<typeof inside>[2]>[0]

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).park
  world.setClock('2026-06-01T09:00:00+08:00')
  await serviceAt(world, park, 'contracted')
})
afterAll(() => world.stop())

const tables = ['targets', 'fund_lines', 'pilot_enterprises', 'partner_agencies', 'products', 'baselines'] as const

/** Everything the database holds of the plan, as one text. */
async function held(): Promise<string> {
  const all = await Promise.all(
    tables.map((table) => world.sql(`select to_jsonb(t) as row from ${table} t order by 1`)),
  )
  return JSON.stringify(all)
}

/** The answer of the database to the application's own role, everything in the reach of the province. */
async function refusal(work: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    await inside(world, '33/', work)
    return 'let in'
  } catch (error) {
    return String((error as { code?: string }).code)
  }
}

describe('a locked plan (G5.5)', () => {
  it('changes through no door but a major matter: not by saving, importing, submitting, withdrawing or an opinion', async () => {
    const before = await held()
    const manager = await world.as(managerOf(park))
    const filingId = await planFilingOf(manager, park.pilotId)
    const params = { filingId }
    const { sections, versions } = await manager.done(course.showFiling, { params })
    const codes: string[] = []
    for (const { section, revision, content } of sections) {
      const body = { revision, content }
      const answer = await manager.call(course.saveFilingSection, { params: { ...params, section }, body })
      codes.push(answer.body.error.code)
    }
    for (const section of ['targets', 'enterprises'] as const) {
      const template = await manager.get(`/api/filings/${filingId}/sections/${section}/template`)
      const content = (template as unknown as { raw: Buffer }).raw
      const accepted = { revision: 1, digest: '0'.repeat(64), acceptedWarnings: 0 }
      const place = { filingId, section }
      for (const answer of [
        await preview(manager, place, { content, revision: 1 }),
        await confirmImport(manager, place, { content }, accepted),
      ]) {
        codes.push(answer.body.error?.code ?? '')
      }
    }
    expect([...new Set(codes)]).toEqual(['review.baseline-locked'])
    const reason = { reason: '附件放错' }
    for (const answer of [
      await manager.call(acts.submitFiling, { params }),
      await manager.call(acts.withdrawFiling, { params, body: reason }),
    ])
      expect([answer.status, answer.body.error.code]).toEqual([422, 'common.not-in-state'])
    for (const name of ['嘉善县经信局·负责人', '嘉善县财政局·负责人', '省经信厅·处室']) {
      const body = {
        verdict: 'return' as const,
        versionNo: versions[0]?.no ?? 1,
        marks: [{ section: 'targets', reason: '数字要改' }],
      }
      const answer = await (await world.as(name)).call(acts.giveOpinion, { params, body })
      expect([403, 422]).toContain(answer.status)
    }
    expect(await held()).toBe(before)
  })

  it('cannot be written by the application itself, in any table, in any way', async () => {
    const before = await held()
    const answers: Record<string, string> = {}
    for (const table of tables) {
      const of = sql.table(table)
      // All but what the database makes itself.
      const [columns] = await world.sql<{ written: string }>(
        `select string_agg(quote_ident(attname), ', ') as written from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      )
      const { written = '' } = columns ?? {}
      answers[`delete ${table}`] = await refusal((tx) => sql`delete from ${of}`.execute(tx))
      answers[`truncate ${table}`] = await refusal((tx) => sql`truncate ${of}`.execute(tx))
      answers[`copy ${table}`] = await refusal(async (tx) => {
        const key =
          table === 'targets'
            ? '{"indicator": "P98"}'
            : JSON.stringify({ id: crypto.randomUUID(), no: 2, row_key: 'x' })
        await sql`
          insert into ${of} (${sql.raw(written)}) select ${sql.raw(written)}
            from (select (jsonb_populate_record(t, ${key}::jsonb)).* from ${of} t limit 1) copied`.execute(tx)
      })
    }
    const set = (table: string, change: string) => async (tx: Tx) =>
      sql`update ${sql.table(table)} set ${sql.raw(change)}`.execute(tx)
    answers.target = await refusal(set('targets', 'target = 1'))
    answers.line = await refusal(set('fund_lines', 'provincial_fen = 0, park_fen = park_fen + provincial_fen'))
    answers.enterprise = await refusal(set('pilot_enterprises', "name = '别家'"))
    answers.agency = await refusal(set('partner_agencies', "related_to = '{}'"))
    answers.product = await refusal(set('products', 'agreed_price_fen = 1'))
    answers.content = await refusal(set('baselines', "content = '{}'"))
    answers.day = await refusal(set('baselines', "in_force_from = '2026-01-01'"))
    expect(Object.entries(answers).filter(([, code]) => !['42501', '23001'].includes(code))).toEqual([])
    expect(await held()).toBe(before)
  })

  it('gets no version that nobody approved, or that is not what was approved', async () => {
    const add = (change: object) => (tx: Tx) =>
      sql`insert into baselines select (jsonb_populate_record(b, ${JSON.stringify({ id: crypto.randomUUID(), ...change })}::jsonb)).*
            from baselines b`.execute(tx)
    expect(await refusal(add({ no: 2 }))).toBe('42501')
    const { content } = await planOf(world, park)
    const { filingId } = await changed(world, park, 'target-change', withTarget(content, 'P1', 25))
    const [made] = await world.sql<{ versionId: string }>(
      `select version_id as "versionId" from baselines where no = 2`,
    )
    expect(await refusal(add({ no: 3, matter_id: filingId, version_id: made?.versionId }))).toMatch(/42501|23505/)
  })
})

it('after any sequence of approved changes the lines meet the award, no balance falls below zero, every version stays (G3.6, G5.5)', async () => {
  const size = (await planOf(world, park)).content['fund-lines'].rows.length
  const move = fc.record({
    from: fc.nat(size - 1),
    to: fc.nat(size - 1),
    fen: fc.integer({ min: 1, max: 60_000_000 }),
    target: fc.integer({ min: 10, max: 40 }),
  })
  const frozen = new Map<number, string>()
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 3 }), async (moves) => {
      for (const { from, to, fen, target } of moves) {
        const { content } = await planOf(world, park)
        const sections: Partial<PlanContent> = {
          ...(from === to ? {} : withMoney(content, from, to, fen)),
          ...withTarget(content, 'P1', target),
        }
        // What the rules refuse is refused; what they let through must hold.
        await changed(world, park, 'target-change', sections).catch(() => null)
      }
      const { versions, content } = await planOf(world, park)
      const sum = content['fund-lines'].rows.reduce((total, row) => total + (row.provincialFen ?? 0), 0)
      expect(sum).toBe(awardFen)
      const client = await world.as('嘉善县财政局·经办')
      const { lines } = await client.done(funds.showFunds, { params: { pilotId: park.pilotId } })
      expect(lines.reduce((total, line) => total + line.provincialFen, 0)).toBe(awardFen)
      for (const line of lines) {
        expect(Math.min(line.availableFen, line.committedFen, line.spentFen)).toBeGreaterThanOrEqual(0)
        expect(line.availableFen + line.committedFen + line.spentFen).toBe(line.provincialFen)
      }
      for (const { no, hash } of versions) {
        const shown = await planOf(world, park, no)
        expect(createHash('sha256').update(canonical(shown.content)).digest('hex')).toBe(hash)
        expect(frozen.get(no) ?? hash).toBe(hash)
        frozen.set(no, hash)
      }
    }),
    { numRuns: 6 },
  )
  expect(frozen.size).toBeGreaterThan(3)
}, 120_000)
