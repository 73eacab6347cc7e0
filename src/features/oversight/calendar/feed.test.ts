import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedPilot, type County, openBatch, openPark, type Park } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as session from '../../../shared/session.ts'
import * as accounts from '../../programme/accounts/contract.ts'
import * as contract from './feed-contract.ts'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
})
afterAll(() => world.stop())

async function addressOf(name: string): Promise<string> {
  return (await (await world.as(name)).done(contract.renewFeed)).path
}

async function read(path: string) {
  const reply = await world.http.inject({ method: 'GET', url: path })
  return { status: reply.statusCode, type: reply.headers['content-type'], text: reply.body }
}

/** Properties of each event by name; alarms apart. */
function eventsOf(text: string) {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const events: { of: Map<string, string>; alarms: Map<string, string>[] }[] = []
  let alarm: Map<string, string> | null = null
  for (const line of lines) {
    const [name = '', ...value] = line.split(':')
    if (line === 'BEGIN:VEVENT') events.push({ of: new Map(), alarms: [] })
    else if (line === 'BEGIN:VALARM') alarm = new Map()
    else if (line === 'END:VALARM' && alarm) {
      events.at(-1)?.alarms.push(alarm)
      alarm = null
    } else (alarm ?? events.at(-1)?.of)?.set(name, value.join(':'))
  }
  return events
}

describe('a person’s calendar feed', () => {
  it('is read without a session, line by line as RFC 5545 wants it', async () => {
    world.setClock('2026-06-01')
    const { status, type, text } = await read(await addressOf('嘉善归谷智造园·负责人'))
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const raw = text.split('\r\n')
    expect(raw.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yuanqitong//Calendar//ZH'])
    const open: string[] = []
    for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
      expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[A-Z-]+)*:/)
      if (line.startsWith('BEGIN:')) open.push(line.slice(6))
      if (line.startsWith('END:')) expect(line.slice(4)).toBe(open.pop())
    }
    expect(open).toEqual([])
    for (const line of raw) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)

    const events = eventsOf(text)
    expect(events).toHaveLength(8)
    expect(new Set(events.map(({ of }) => of.get('UID'))).size).toBe(8)
    const [plan, table] = events
    expect(plan?.of.get('SUMMARY')).toBe('已报送：服务计划与资金使用方案（嘉善归谷智造园）')
    expect(plan?.alarms).toEqual([])
    expect(table?.of.get('SUMMARY')).toBe('截止：绩效目标完成情况表 2026年二季度（嘉善归谷智造园）')
    expect(table?.of.get('DTSTART;VALUE=DATE')).toBe('20260710')
    expect(table?.of.get('DTSTAMP')).toMatch(/^20260[56]\d{2}T\d{6}Z$/)
    expect(table?.of.get('DESCRIPTION')).toContain('G3.5')
    // Five working days before, and the last one before.
    expect(table?.alarms.map((alarm) => alarm.get('TRIGGER;VALUE=DATE-TIME'))).toEqual([
      '20260703T010000Z',
      '20260709T010000Z',
    ])
    expect(table?.alarms[0]?.get('ACTION')).toBe('DISPLAY')
  })

  it('puts the many of a county and the province together, and keeps its names from one reading to the next', async () => {
    const path = await addressOf('嘉善县经信局·经办')
    const { text } = await read(path)
    expect(text).toContain('2 个单位')
    const uids = (all: string) => eventsOf(all).map(({ of }) => of.get('UID'))
    expect(uids((await read(path)).text)).toEqual(uids(text))
    const english = (await read(`${path}?lang=en`)).text
    expect(english).toContain('SUMMARY:Due: Liaison list (嘉善县)')
    expect(uids(english)).toEqual(uids(text))
    const foreign = (await read(await addressOf('海宁市经信局·经办'))).text
    expect(foreign).not.toContain('嘉善')
    const all = eventsOf((await read(await addressOf('省经信厅·处室'))).text)
    expect(all.length).toBeLessThan(20)
  })

  it('names the batch of each where the reader has several, so that no two titles of a day are the same', async () => {
    world.setClock('2026-06-01')
    const batchId = await openBatch(world, 'zj-2023', '2026年增补批次')
    await openPark(world, batchId, county.countyId, '嘉善增补园', 41)
    const { text } = await read(await addressOf('嘉善县经信局·经办'))
    const titles = eventsOf(text).map(({ of }) => `${of.get('DTSTART;VALUE=DATE')} ${of.get('SUMMARY')}`)
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
    for (const name of ['2026年批次', '2026年增补批次'])
      expect(titles.some((title) => title.includes('联络员') && title.includes(`（${name} · 嘉善县）`))).toBe(true)
  })

  it('opens nothing once it is renewed, revoked, or its account is closed', async () => {
    const name = '嘉善大云精密园·负责人'
    const client = await world.as(name)
    expect(await client.done(contract.showFeed)).toEqual({ since: null })
    const old = await addressOf(name)
    expect((await read(old)).status).toBe(200)
    const fresh = await addressOf(name)
    expect([(await read(old)).status, (await read(fresh)).status]).toEqual([404, 200])
    expect((await client.done(contract.showFeed)).since).not.toBeNull()
    await client.done(contract.revokeFeed)
    expect((await read(fresh)).status).toBe(404)
    expect((await client.call(contract.revokeFeed)).status).toBe(422)
    const closed = await addressOf(name)
    await world.sql('update accounts set disabled_at = now() where name = $1', [name])
    expect((await read(closed)).status).toBe(404)
    await world.sql('update accounts set disabled_at = null where name = $1', [name])
  })

  it('opens nothing once the password has been changed or reset', async () => {
    const name = '嘉善大云精密园·服务专员'
    const admin = await world.administrator()
    const { accounts: found } = await admin.done(accounts.listAccounts, { search: { q: name } })
    const before = await addressOf(name)
    expect((await read(before)).status).toBe(200)
    const { slips } = await admin.done(accounts.issueActivations, { body: { accountIds: [found[0]?.accountId ?? ''] } })
    expect((await read(before)).status).toBe(404)
    const own = world.stranger()
    const params = { token: slips[0]?.path.split('/').at(-1) ?? '' }
    await own.done(accounts.activateAccount, { params, body: { password: 'Another-2026' } })
    await own.done(session.signIn, { body: { name, password: 'Another-2026' } })
    const { path } = await own.done(contract.renewFeed)
    expect((await read(path)).status).toBe(200)
    await own.done(accounts.changePassword, { body: { current: 'Another-2026', next: 'Brand-new-26' } })
    expect((await read(path)).status).toBe(404)
    expect((await own.done(contract.showFeed)).since).toBeNull()
  })

  it('gives nothing to a guess, and keeps no secret that would open it', async () => {
    const path = await addressOf('嘉善归谷智造园·负责人')
    const token = /calendar\/(.+)\.ics/.exec(path)?.[1] ?? ''
    expect(token).toHaveLength(43)
    for (const guess of ['a'.repeat(43), 'short', `${token}x`, '%00'.repeat(20), '../feed']) {
      const { status } = await read(`/api/calendar/${guess}.ics`)
      expect([401, 404, 422], guess).toContain(status)
    }
    const rows = await world.sql<{ row: string }>('select f::text as row from calendar_feeds f')
    const events = await world.sql<{ row: string }>(
      "select e::text as row from audit_events e where kind like 'calendar%'",
    )
    for (const { row } of [...rows, ...events]) expect(row).not.toContain(token)
    expect(county.park.name).toBe('嘉善归谷智造园')
  })

  it('is nobody’s who has no deadlines to see', async () => {
    const admin = await world.administrator()
    expect((await admin.call(contract.renewFeed)).status).toBe(403)
  })
})
