import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingSteps, liaisonOfficers } from '../../../../database/demo/filings.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { seenBy } from '../../../../tests/support/edited-worlds.ts'
import { contractedPark, reported, speakers, submit as submitMatter } from '../../../../tests/support/matters.ts'
import { opinionsIn, preparedIn, said } from '../../../../tests/support/opinions.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { showInbox } from '../../oversight/inbox/contract.ts'
import { signPrepared } from '../../programme/signing/contract.ts'
import * as acts from './act-contract.ts'

const officer = '省经信厅·处室'
const leader = '省经信厅·负责人'
const finance = '省财政厅·处室'
const financeLeader = '省财政厅·负责人'

let world: World
let matter = ''
let list = ''
let { opine, sign } = {} as ReturnType<typeof opinionsIn>
beforeAll(async () => {
  world = await startWorld()
  ;({ opine, sign } = opinionsIn(world))
  const { county, park } = await contractedPark(world)
  const { first, second } = county
  const rows = liaisonOfficers('嘉善县', [first.name, second.name], '2026-04-10')
  const steps = filingSteps(world, {
    ...{ county: '嘉善县', batchId: county.batchId, countyId: county.countyId, kind: 'liaison-list' },
    fill: { officers: () => ({ rows }) },
    days: { open: '2026-04-09', submit: '2026-04-15', approve: '2026-04-16' },
  })
  for (const { act } of steps) await act()
  const [found] = await world.sql<{ id: string }>(`select id from filings where kind = 'liaison-list'`)
  list = found?.id ?? ''
  matter = await reported(world, park, 'other')
  await submitMatter(world, park, matter)
  for (const by of speakers.slice(0, 2)) await opine(by, matter)
})
afterAll(() => world.stop())

const require = async (by: string, body: { required: boolean; reason?: string }) =>
  (await world.as(by)).call(acts.requireSigning, { body })
const setting = async (by: string) => (await world.as(by)).done(acts.showSigning)
const record = async (by: string) =>
  (await world.as(by)).call(acts.recordFiling, {
    params: { filingId: list },
    body: { versionNo: 1, recordNo: '备〔2026〕8号' },
  })
const tasks = async (by: string) => {
  const { mine } = await (await world.as(by)).done(showInbox)
  return mine.tasks.map(({ task, title }) => `${task} ${title.zh}`)
}
/** An opinion or a recording written past the server. */
const speakAlone = (by: string, prepared: string | null) =>
  world.sql(
    `insert into filing_opinions (id, version_id, submitted_by, level, bureau, account_id, prepared_by, verdict, given_at, scope)
     select gen_random_uuid(), v.id, v.submitted_by, 'province', 'economy', a.id, p.id, 'approve', now(), v.scope
       from filing_versions v join accounts a on a.name = $2 left join accounts p on p.name = $3 where v.filing_id = $1`,
    [matter, by, prepared],
  )
const recordAlone = (by: string, prepared: string | null) =>
  world.sql(
    `update filings set state = 'recorded', record_no = '备〔2026〕8号', recorded_at = now(),
            recorded_by = (select id from accounts where name = $2), record_prepared_by = (select id from accounts where name = $3)
      where id = $1`,
    [list, by, prepared],
  )

describe('a department of the province', () => {
  it('does by one person what its leader has not asked to sign, the leader included', async () => {
    expect(await tasks(officer)).toEqual(expect.arrayContaining(['filing.record 备案']))
    const { recordings, actions } = await seenBy(world, leader, list)
    expect([recordings.takesTwo, abilityIn(actions, 'record').allowed]).toEqual([false, true])
  })

  it('asks for two persons by its leader, for itself alone; what the rules of its batches ask for stands beside it', async () => {
    expect((await require(officer, { required: true })).status).toBe(403)
    expect((await require(leader, { required: true })).status).toBe(200)
    const { bureaus, history, change, editions } = await setting(financeLeader)
    expect(bureaus.map(({ bureau, required, setByName }) => [bureau, required, setByName])).toEqual([
      ['economy', true, leader],
      ['finance', false, null],
    ])
    expect(history.map(({ byName, required }) => [byName, required])).toEqual([[leader, true]])
    expect(change.allowed).toBe(true)
    expect(editions.map(({ bureausClause, asks }) => [bureausClause, asks])).toEqual([['G4.2', []]])
    // A county is asked for nothing by it, and does not answer for the province.
    expect((await setting('嘉善县经信局·负责人')).bureaus.map(({ required }) => required)).toEqual([false, false])
  })

  it('has its opinions prepared by an officer and signed by its leader; the other department speaks alone', async () => {
    expect((await seenBy(world, officer, matter)).signedSeats).toEqual(['province-economy'])
    expect(await tasks(officer)).toEqual(
      expect.arrayContaining(['filing.review-province-economy 审核（拟定）', 'filing.record 备案（拟定）']),
    )
    expect(said(await opine(leader, matter))).toBe('review.officer-prepares')
    await expect(speakAlone(officer, null)).rejects.toThrow(/signed by a second person/)
    await expect(speakAlone(leader, leader)).rejects.toThrow(/filing_opinions_two_persons/)
    expect((await opine(officer, matter)).body).toEqual({ state: 'submitted', toSign: true })
    expect((await tasks(officer)).filter((one) => one.startsWith('filing.sign'))).toEqual([])
    expect(await tasks(leader)).toContain('filing.sign-province-economy 签发审核意见')
    expect(said(await sign(officer, matter))).toBe('review.leader-signs')
    expect(said(await sign(financeLeader, matter, 1, await preparedIn(world, leader, matter)))).toBe(
      'review.not-your-turn',
    )
    expect((await sign(leader, matter)).body).toEqual({ state: 'submitted', toSign: false })
    expect((await opine(finance, matter)).body).toEqual({ state: 'approved', toSign: false })
    const given = (await seenBy(world, finance, matter)).versions[0]?.opinions ?? []
    const hands = given.map((one) => [one.seat, one.accountName, one.preparedByName])
    expect(hands.filter(([seat]) => seat?.startsWith('province-'))).toEqual(
      expect.arrayContaining([
        ['province-economy', leader, officer],
        ['province-finance', finance, null],
      ]),
    )
  })

  it('has its recordings prepared and signed alike; the database takes none of one person', async () => {
    expect(said(await record(leader))).toBe('review.officer-prepares')
    expect(abilityIn((await seenBy(world, leader, list)).actions, 'record')).toMatchObject({ allowed: false })
    await expect(recordAlone(officer, null)).rejects.toThrow(/signed by a second person/)
    await expect(recordAlone(leader, officer)).rejects.toThrow(/nobody prepared and signed/)
    expect((await record(officer)).body).toEqual({ toSign: true })
    const preparedId = (await seenBy(world, officer, list)).recordings.prepared[0]?.preparedId ?? ''
    const signed = async (by: string) => (await world.as(by)).call(signPrepared, { params: { preparedId } })
    expect(said(await signed(officer))).toBe('review.leader-signs')
    // What is prepared is signed, whatever the department asks for from now on.
    expect(said(await require(leader, { required: false, reason: ' ' }))).toBe('signing.off-without-reason')
    expect((await require(leader, { required: false, reason: '恢复一人办理' })).status).toBe(200)
    expect((await signed(leader)).status).toBe(200)
    expect((await seenBy(world, officer, list)).record).toMatchObject({ byName: leader, preparedByName: officer })
    expect((await setting(officer)).history.map(({ required, reason }) => [required, reason])).toEqual([
      [false, '恢复一人办理'],
      [true, ''],
    ])
  })
})
