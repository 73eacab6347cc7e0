import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '../../../../database/demo/programme.ts'
import { content, incidentWorld, leak, peopleOf, told } from '../../../../tests/support/incidents.ts'
import { readWord } from '../../../../tests/support/word.ts'
import type { World } from '../../../../tests/support/world.ts'
import { summaryFieldList } from '../../../policy/oversight/incident-report.ts'
import * as inbox from '../inbox/contract.ts'
import * as affected from './affected-contract.ts'
import * as contacts from './contacts-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  ;({ world, county } = await incidentWorld())
})
afterAll(() => world.stop())

const { officer, admin, province, notice } = peopleOf(() => ({ world, county }))
const summed = Object.fromEntries(summaryFieldList.map((field) => [field, '已经写明']))
const show = async (who: Awaited<ReturnType<typeof officer>>, params: { incidentId: string }) =>
  who.done(contract.showIncident, { params })
const own = async (params: { incidentId: string }) =>
  (await (await officer()).done(contract.ownIncidents, { search: params })).incidents[0]
const tasks = async (who: Awaited<ReturnType<typeof officer>>) =>
  (await who.done(inbox.showInbox)).mine.tasks.filter(({ subject }) => subject === 'incident')

describe('an incident from end to end', () => {
  let params = { incidentId: '' }

  it('is noticed by an officer and waits for the administrator with its clock', async () => {
    params = await notice({ what: '企业名单被下载' })
    expect(await own(params)).toMatchObject({
      state: 'noticed',
      grade: null,
      noticedAt: '2026-11-30T12:15:00.000Z',
    })
    const task = (await tasks(await admin())).find(({ about }) => about.zh === '企业名单被下载')
    expect(task).toMatchObject({
      task: 'incident.assess',
      dueAt: '2026-11-30T13:15:00.000Z',
      isOverdue: false,
      clause: null,
      href: `/incidents/${params.incidentId}`,
    })
    expect(await tasks(await officer())).toEqual([])
  })

  it('is read by the provincial departments, and by nobody else but who noticed it', async () => {
    expect((await show(await province(), params)).dealings.assessDueAt).toBe('2026-11-30T13:15:00.000Z')
    for (const name of [`${county.first.name}·负责人`, '嘉善县经信局·负责人', '海宁市经信局·经办']) {
      const other = await world.as(name)
      expect((await other.call(contract.showIncident, { params })).status).toBe(403)
      expect((await other.call(contract.listIncidents)).status).toBe(403)
      expect((await other.done(contract.ownIncidents)).incidents).toEqual([])
      expect((await other.call(affected.showAffected, { params })).status).toBe(403)
      expect((await other.call(contacts.listContacts)).status).toBe(403)
    }
    expect((await (await officer()).done(contract.ownIncidents)).incidents).toHaveLength(1)
  })

  it('is assessed, with the clock of its grade', async () => {
    const boss = await admin()
    await boss.done(contract.assessIncident, { params, body: leak })
    const { dealings } = await show(boss, params)
    expect(dealings).toMatchObject({
      proposedGrade: 'larger',
      reportDueAt: '2026-11-30T16:15:00.000Z',
      owed: ['cyberspace'],
      lossFen: 0,
      persons: 1_200_000,
    })
    const lower = { ...leak, grade: 'ordinary' as const, gradeReason: '名单均为公开信息，不涉及个人' }
    await boss.done(contract.assessIncident, { params, body: lower })
    expect((await show(boss, params)).dealings).toMatchObject({ reportDueAt: null, owed: [] })
    await boss.done(contract.assessIncident, { params, body: leak })
  })

  it('is late on purpose: reported with its reason, which stands', async () => {
    world.setClock('2026-12-01T08:00:00+08:00')
    const boss = await admin()
    expect((await tasks(boss)).find(({ href }) => href.endsWith(params.incidentId))).toMatchObject({
      task: 'incident.report',
      isOverdue: true,
    })
    const late = { kind: 'first' as const, ...told, reportedAt: '2026-12-01 07:30', content }
    const refused = await boss.call(contract.reportIncident, { params, body: late })
    expect(refused.body.error).toMatchObject({
      code: 'incident.late-without-reason',
      zh: '报告时限为 2026-12-01 00:15，逾期须说明理由。',
      fields: [{ field: 'lateReason' }],
    })
    const done = await boss.done(contract.reportIncident, {
      params,
      body: { ...late, lateReason: '夜间值班电话无人接听' },
    })
    expect(done.late).toBe(true)
    const more = { kind: 'follow-up' as const, ...told, reportedAt: '2026-12-01 07:50', content: { cause: '弱口令' } }
    expect((await boss.done(contract.reportIncident, { params, body: more })).late).toBe(false)
    const { dealings } = await show(boss, params)
    expect(dealings.reports.map(({ no, kind, late }) => [no, kind, late])).toEqual([
      [1, 'first', true],
      [2, 'follow-up', false],
    ])
    expect(dealings.owed).toEqual([])
    await expect(world.sql(`update incident_reports set content = '{"unit":"y"}'`)).rejects.toThrow()
  })

  it('is handed to the authority as a Word file with the content as it was reported', async () => {
    const boss = await province()
    const reportId = (await show(boss, params)).dealings.reports[0]?.reportId ?? ''
    const file = await boss.call(contract.reportWord, { params: { ...params, reportId } })
    const { paragraphs, tables } = await readWord(file.raw)
    const text = JSON.stringify([paragraphs, tables])
    for (const part of [
      '网络安全事件首次报告',
      '省级网信部门',
      '较大',
      '已关闭账号',
      '夜间值班电话无人接听',
      '2026-12-01 07:30',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('弱口令')
  })

  it('shows what was written between two moments, by kind and by account, as a table and as CSV', async () => {
    const boss = await admin()
    const search = { from: '2026-11-30 20:00', to: '2026-12-01 07:59' }
    const seen = await boss.done(affected.showAffected, { params, search })
    const counted = await world.sql<{ n: number }>(
      `select count(*)::int as n from audit_events where at >= '2026-11-30T12:00Z' and at < '2026-12-01T00:00Z'`,
    )
    expect(seen.events).toBe(counted[0]?.n)
    expect(seen.kinds.find(({ kind }) => kind === 'incident.noticed')).toMatchObject({
      events: 1,
      records: 1,
      files: 0,
    })
    // A sign-in is of whoever signed in, once beside their acts.
    const signedIn = seen.kinds.find(({ kind }) => kind === 'session.opened')?.events ?? 0
    const unknown = seen.accounts.find(({ accountId }) => accountId === null)?.events ?? 0
    expect([signedIn > 0, unknown < signedIn]).toEqual([true, true])
    expect(new Set(seen.accounts.map(({ accountId }) => accountId)).size).toBe(seen.accounts.length)
    const account = seen.accounts.find(({ accountName }) => accountName === `${county.first.name}·服务专员`)
    expect(account).toMatchObject({ post: { zh: '园区服务专员' }, unitName: county.first.name })
    const one = await boss.done(affected.showAffected, {
      params,
      search: { ...search, accountId: account?.accountId ?? '' },
    })
    expect(one.accounts).toEqual([account])
    expect(one.events).toBe(account?.events)
    const { raw: csv } = await boss.call(affected.exportAffected, { params, search })
    expect(csv.toString()).toContain('按操作种类,登录,')
    expect(csv.toString()).toContain(`按账号,${county.first.name}·服务专员,园区服务专员,${county.first.name},`)
    const none = await boss.done(affected.showAffected, {
      params,
      search: { from: '2020-01-01 00:00', to: '2020-01-02 00:00' },
    })
    expect(none).toMatchObject({ events: 0, kinds: [], accounts: [], firstAt: null })
    const long = await boss.call(affected.showAffected, {
      params,
      search: { from: '2026-01-01 00:00', to: '2026-12-01 00:00' },
    })
    expect(long.body.error.code).toBe('incident.range-too-long')
  })

  it('ends, is summed up once, and whoever noticed it reads what became of it', async () => {
    const boss = await admin()
    await boss.done(contract.endIncident, {
      params,
      body: { endedAt: '2026-12-01 07:55', handling: '已改密并核对名单' },
    })
    expect((await show(boss, params)).dealings.summaryDueAt).toBe('2026-12-31T15:59:59.999Z')
    const body = { ...told, channel: 'mail' as const, reportedAt: '2026-12-01 07:58', content: summed }
    await boss.done(contract.sumUpIncident, { params, body })
    expect((await boss.call(contract.sumUpIncident, { params, body })).body.error.code).toBe('common.not-in-state')
    expect(await own(params)).toMatchObject({ state: 'summed-up', handling: '已改密并核对名单', grade: 'larger' })
    expect((await tasks(boss)).some(({ href }) => href.endsWith(params.incidentId))).toBe(false)
  })

  it('or is dismissed with a reason, which whoever noticed it reads', async () => {
    const alarm = await notice({ what: '页面打不开' })
    await (await admin()).done(contract.dismissIncident, { params: alarm, body: { reason: '本机网络故障' } })
    expect(await own(alarm)).toMatchObject({ state: 'dismissed', dismissal: '本机网络故障' })
    const listed = await (await province()).done(contract.listIncidents, { search: { state: 'dismissed' } })
    expect(listed.incidents.map(({ incidentId }) => incidentId)).toEqual([alarm.incidentId])
  })
})
