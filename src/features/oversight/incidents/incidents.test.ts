import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '../../../../database/demo/programme.ts'
import { content, incidentWorld, leak, peopleOf, told } from '../../../../tests/support/incidents.ts'
import { inside } from '../../../../tests/support/inside.ts'
import type { World } from '../../../../tests/support/world.ts'
import * as contacts from './contacts-contract.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  ;({ world, county } = await incidentWorld())
})
afterAll(() => world.stop())

const { officer, admin, province, notice } = peopleOf(() => ({ world, county }))
const whole = async () =>
  JSON.stringify(await world.sql('select * from incidents i left join incident_reports r on r.incident_id = i.id'))

describe('what is refused', () => {
  it('tells the fields, and leaves nothing behind', async () => {
    const params = await notice()
    const before = await whole()
    const boss = await admin()
    const refused = async (answer: Promise<{ status: number; body: { error: unknown } }>) => {
      const { status, body } = await answer
      const { code, fields } = body.error as { code: string; fields: { field: string }[] }
      return [status, code, fields.map(({ field }) => field)]
    }
    const who = await officer()
    expect(
      await refused(
        who.call(contract.noticeIncident, { body: { noticedAt: '2026-11-30 21:01', what: '', place: '' } }),
      ),
    ).toEqual([422, 'common.invalid', ['what', 'place', 'noticedAt']])
    const assess = (more: object) => boss.call(contract.assessIncident, { params, body: { ...leak, ...more } })
    expect(await refused(assess({ grade: 'ordinary', occurredAt: '2026-11-30 20:16' }))).toEqual([
      422,
      'incident.occurred-after-noticed',
      ['occurredAt', 'gradeReason'],
    ])
    expect(await refused(assess({ persons: -1 }))).toEqual([422, 'common.invalid', ['persons']])
    const report = (more: object) =>
      boss.call(contract.reportIncident, { params, body: { kind: 'first', ...told, content, ...more } })
    expect((await report({})).body.error.code).toBe('common.not-in-state')
    expect((await who.call(contract.assessIncident, { params, body: leak })).status).toBe(403)
    expect((await (await province()).call(contract.assessIncident, { params, body: leak })).status).toBe(403)
    expect(await whole()).toBe(before)
    await boss.done(contract.assessIncident, { params, body: leak })
    const assessed = await whole()
    expect(await refused(report({ content: { cause: '弱口令' }, reportedAt: '2026-11-30 20:14' }))).toEqual([
      422,
      'incident.reported-too-early',
      ['reportedAt', 'content.unit', 'content.found', 'content.impact', 'content.measures'],
    ])
    const end = boss.call(contract.endIncident, { params, body: { endedAt: '2026-11-30 20:55', handling: '已处置完' } })
    expect((await end).body.error).toMatchObject({
      code: 'incident.ended-unreported',
      zh: '尚未向省级网信部门报告，登记首次报告后才能结束处置。',
    })
    expect(await whole()).toBe(assessed)
  })

  it('by the database too: a step too many, a report of nothing, a changed word, a foreign scope', async () => {
    const { incidentId } = await notice({ what: '页面显示被改动' })
    const province = '33/'
    const at = (scope: string, statement: string) =>
      inside(world, scope, (tx) => sql.raw(statement).execute(tx)).then(
        ({ numAffectedRows }) => String(numAffectedRows ?? 0),
        (error: { code?: string }) => error.code,
      )
    const update = (set: string) => `update incidents set ${set} where id = '${incidentId}'`
    expect(await at(province, update(`state = 'summed-up'`))).toBe('23001')
    expect(await at(province, update(`state = 'assessed'`))).toBe('23514')
    expect(await at(province, update(`state = 'dismissed'`))).toBe('23514')
    expect(await at(province, update(`what = '无事'`))).toBe('42501')
    expect(await at(county.first.scope, update(`state = 'dismissed', dismissal = '误报'`))).toBe('0')
    expect(await at(province, `delete from incidents where id = '${incidentId}'`)).toBe('42501')
    const insert = `insert into incident_reports (id, incident_id, no, kind, recipient, channel, reported_at, late, grade, content, recorded_by, recorded_at, scope)
      select gen_random_uuid(), id, 1, 'first', 'police', 'office', noticed_at, false, 'larger', '{"unit":"x"}', noticed_by, entered_at, scope from incidents where id = '${incidentId}'`
    expect(await at(province, insert)).toBe('42501')
    expect(await at(county.first.scope, insert)).toBe('42501')
    const mobile = `insert into incident_contacts select 99, 1, '值班', '网信办', '13800000000', noticed_by, now() from incidents limit 1`
    expect(await at(province, mobile)).toBe('23514')
  })
})

it('the contact list is written anew, older versions stay, no mobile stands in it', async () => {
  const boss = await admin()
  const contact = { role: '网信值班', office: '省委网信办', phone: '0571-87051234' }
  const write = (phones: string[]) =>
    boss.call(contacts.writeContacts, {
      body: { contacts: phones.map((phone, i) => ({ ...contact, phone, role: `值班${'一二三'[i]}` })) },
    })
  expect((await write(['13800001111'])).body.error).toMatchObject({ fields: [{ field: 'contacts.0.phone' }] })
  expect((await write(['0571-87051234'])).body).toEqual({ version: 1 })
  expect((await write(['0571-87051234', '0571-87055678'])).body).toEqual({ version: 2 })
  const seen = await (await province()).done(contacts.listContacts)
  expect(seen).toMatchObject({ version: 2, actions: [{ action: 'edit', allowed: false }] })
  expect(seen.contacts.map(({ phone }) => phone)).toEqual(['0571-87051234', '0571-87055678'])
  expect(await world.sql('select version from incident_contacts')).toHaveLength(3)
  const [event] = await world.sql<{ n: number }>(
    `select jsonb_array_length(before -> 'contacts') as n from audit_events where kind = 'incident-contacts.written' order by id desc limit 1`,
  )
  expect(event?.n).toBe(1)
})
