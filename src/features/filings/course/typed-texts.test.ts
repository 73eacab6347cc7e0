import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { type County, demoCounty, draftPlan } from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { TypedTexts } from '../../../shared/typed-text.ts'
import * as acts from './act-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
let filingId = ''
const manager = () => world.as('嘉善归谷智造园·负责人')
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  await draftPlan(world, county.first)
  filingId = await planOf(await manager(), county.first.pilotId)
})
afterAll(() => world.stop())

const shown = async (name = '嘉善归谷智造园·负责人') =>
  (await world.as(name)).done(contract.showFiling, { params: { filingId } })
const sectionIn = async (section: string) => {
  const found = (await shown()).sections.find((one) => one.section === section)
  if (!found) throw new Error(`no section ${section}`)
  return found
}
const save = async (section: string, content: unknown, typed: TypedTexts) =>
  (await manager()).done(contract.saveFilingSection, {
    params: { filingId, section },
    body: { revision: (await sectionIn(section)).revision, content, typed: { ...typed } },
  })

const { rows } = samplePlan('园').services
const [first, second] = rows.map(({ id }) => id)
const withHole = { rows: rows.map((row) => (row.id === second ? { ...row, quantity: null } : row)) }
const nonsense: TypedTexts = { [`rows.${second}.quantity`]: { text: '十二次', problem: 'notANumber' } }

it('keeps what is no value with the draft, for every colleague, and names it once in the check (G3.1)', async () => {
  expect((await shown()).gaps.filter((gap) => gap.severity === 'error')).toEqual([])
  await save('services', withHole, nonsense)
  const view = await shown('嘉善归谷智造园·服务专员')
  expect(view.sections.find((one) => one.section === 'services')?.typed).toEqual(nonsense)
  const at = view.gaps.filter((gap) => gap.section === 'services' && gap.severity === 'error')
  expect(at).toEqual([
    {
      section: 'services',
      field: 'rows.1.quantity',
      severity: 'error',
      code: null,
      clause: null,
      text: { zh: '“十二次”：请输入数字', en: '“十二次”: Enter a number' },
    },
  ])
})

it('is named to whoever saves on an older revision: the text itself, or that the row is gone', async () => {
  const officer = await world.as('嘉善归谷智造园·服务专员')
  const late = async (content: unknown, typed: TypedTexts = {}) => {
    const body = { revision: 0, content, typed: { ...typed } }
    const answer = await officer.call(contract.saveFilingSection, { params: { filingId, section: 'services' }, body })
    expect(answer.status).toBe(409)
    return answer.body.error.fields.map(({ zh }) => zh)
  }
  const changed = rows.map((row) => (row.id === second ? { ...row, quantity: 13 } : row))
  expect(await late({ rows: changed })).toEqual([expect.stringMatching(/数量：对方“十二次”，我的“13”$/)])
  const other: TypedTexts = { [`rows.${second}.quantity`]: { text: '十三次', problem: 'notANumber' } }
  expect(await late(withHole, other)).toEqual([expect.stringMatching(/数量：对方“十二次”，我的“十三次”$/)])
  const without = { rows: withHole.rows.filter((row) => row.id !== second) }
  expect(await late(without)).toEqual([expect.stringMatching(/对方“.*数量：十二次.*”，我的已删除$/)])
  const more = { rows: [...withHole.rows, { ...withHole.rows[0], id: crypto.randomUUID() }] }
  expect(await late(more, nonsense)).toEqual([expect.stringMatching(/对方已删除，我的“.+”$/)])
})

it('is not submitted while one stands: by the act, and by the database', async () => {
  const answer = await (await manager()).call(acts.submitFiling, { params: { filingId } })
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'review.gaps-remain', facts: { count: 1 } } } })
  const version = inside(world, county.first.scope, async (tx) => {
    const { accountId } = await tx.selectFrom('filingMakers').select('accountId').executeTakeFirstOrThrow()
    const row = {
      id: crypto.randomUUID(),
      filingId,
      no: 1,
      content: '{}',
      hash: '0'.repeat(64),
      scope: county.first.scope,
    }
    await tx
      .insertInto('filingVersions')
      .values({ ...row, submittedBy: accountId, submittedAt: world.now })
      .execute()
  })
  await expect(version).rejects.toThrow('unreadable texts')
})

it('follows its row when rows move, and goes with it', async () => {
  await save('services', { rows: [...withHole.rows].reverse() }, nonsense)
  const { gaps } = await shown()
  const place = rows.length - 2
  expect(gaps.find((gap) => gap.text.zh.includes('十二次'))?.field).toBe(`rows.${place}.quantity`)
  await save('services', { rows: withHole.rows.filter(({ id }) => id === first) }, nonsense)
  expect((await sectionIn('services')).typed).toEqual({})
})
