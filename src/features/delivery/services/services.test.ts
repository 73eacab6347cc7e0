import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registeredContact } from '../../../../database/demo/ask-enterprise.ts'
import { approvedPilot, type County, type Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { diagnosed, enterprisesOf, officerOf, serviceAt } from '../../../../tests/support/services.ts'
import { walked } from '../../../../tests/support/walked.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { serviceKindList } from '../../../policy/records/service-kinds.ts'
import { serviceStates } from '../../../policy/services/service.ts'
import { type Ordinal, orderedBy } from '../../../shared/clean.ts'
import { address } from '../../../shared/route.ts'
import * as contract from './contract.ts'

let world: World
let park: Park
let county: County
const made: string[] = []
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  park = county.first
  await approvedPilot(world, county.second)
  for (const state of ['needed', 'selected', 'contracted', 'needed', 'delivered'] as const) {
    world.setClock(new Date(world.now.getTime() + 60_000).toISOString())
    made.push(await serviceAt(world, park, state))
  }
  world.setClock(new Date(world.now.getTime() + 60_000).toISOString())
  made.push(await serviceAt(world, park, 'needed', { kind: 'talent', enterprise: 1 }))
  await serviceAt(world, county.second, 'needed')
})
afterAll(() => world.stop())

const search = async (name: string, filter: object = {}) => {
  const client = await world.as(name)
  return client.done(contract.listServices, { search: filter })
}

/** What each column of the list is ordered by. */
const ordinals: Readonly<Record<string, (row: contract.ServiceRow) => Ordinal>> = {
  no: (row) => row.no,
  state: (row) => serviceStates.indexOf(row.state),
  enterpriseName: (row) => row.enterpriseName,
  kind: (row) => serviceKindList.indexOf(row.kind),
  parkName: (row) => row.parkName,
  priceFen: (row) => row.priceFen,
  countedOn: (row) => row.countedOn,
  openedOn: (row) => row.openedOn,
  updatedAt: (row) => row.updatedAt,
}

describe('the list', () => {
  it('holds exactly what the reader may see, newest change first, with the exact count', async () => {
    const { services, total } = await search(officerOf(park))
    expect(total).toBe(6)
    expect(services.map((row) => row.serviceId)).toEqual([...made].reverse())
    expect((await search('嘉善县经信局·经办')).total).toBe(7)
    expect((await search('省经信厅·处室')).total).toBe(7)
    expect(await search('海宁市经信局·经办')).toMatchObject({ services: [], total: 0 })
    const pilotId = park.pilotId
    expect((await search('嘉善县财政局·经办', { pilotId })).total).toBe(6)
    const foreign = await world.as('海宁市经信局·经办')
    expect((await foreign.call(contract.listServices, { search: { pilotId } })).status).toBe(404)
  })

  it('filters by state, kind, enterprise, number and whether it counts, and counts what it filters', async () => {
    const name = officerOf(park)
    const of = async (filter: object) => {
      const { services, total } = await search(name, filter)
      expect(total).toBe(services.length)
      return services.map((row) => row.serviceId)
    }
    expect(await of({ state: 'needed' })).toHaveLength(3)
    expect(await of({ kind: 'talent' })).toEqual([made[5]])
    expect(await of({ kind: 'talent', state: 'delivered' })).toEqual([])
    expect(await of({ counted: 'yes' })).toEqual([])
    expect(await of({ counted: 'no' })).toHaveLength(6)
    const enterpriseId = await diagnosed(world, park, 1)
    expect(await of({ enterpriseId })).toEqual([made[5]])
    const enterprise = (await enterprisesOf(world, park)).find((one) => one.enterpriseId === enterpriseId)
    expect(await of({ enterprise: enterprise?.name })).toEqual([made[5]])
    for (const wild of ['%', '_', '\\']) expect(await of({ enterprise: wild })).toEqual([])
    const { services } = await search(name, { enterpriseId })
    expect(await of({ no: services[0]?.no.toLowerCase() })).toEqual([made[5]])
    expect(await of({ no: 'FW2026' })).toHaveLength(6)
    expect(await of({ no: 'ZZ' })).toEqual([])
  })

  it('sorts by every column and pages from both ends, for whoever reads', async () => {
    const all = (await search(officerOf(park), { sort: 'no' })).services.map((row) => row.no)
    expect(all).toEqual([...all].sort())
    for (const reader of [officerOf(park), '嘉善县经信局·经办', '省经信厅·处室'])
      for (const [column, of] of Object.entries(ordinals))
        for (const falling of [false, true]) {
          const sort = falling ? `-${column}` : column
          const { services, total } = await search(reader, { sort })
          const whole = services.map((row) => row.no)
          expect(new Set(whole).size, sort).toBe(total)
          expect(
            orderedBy(services, sort, () => of).map((row) => row.no),
            sort,
          ).toEqual(whole)
          const paged: string[] = []
          for (let page = 1; page <= Math.ceil(total / 4) + 1; page++) {
            const part = await search(reader, { sort, page, pageSize: 4 })
            expect(part.total).toBe(total)
            paged.push(...part.services.map((row) => row.no))
          }
          expect(paged, sort).toEqual(whole)
          expect(await walkedBy(reader, sort, total), sort).toEqual({ forwards: whole, backwards: whole })
        }
  })

  const walkedBy = (reader: string, sort: string, total: number) =>
    walked(async (asked) => {
      const { services, placed } = await search(reader, { sort, ...asked })
      return { ids: services.map((row) => row.no), placed }
    }, total)

  it('keeps the newest change first among what is equal, both ways round', async () => {
    for (const sort of ['state', '-state', 'kind', '-kind', 'enterpriseName', '-parkName', 'priceFen', 'countedOn']) {
      const { services } = await search(officerOf(park), { sort })
      const of = ordinals[sort.replace('-', '')] ?? (() => null)
      for (const [at, row] of services.entries()) {
        const next = services[at + 1]
        if (next && of(next) === of(row)) expect(row.updatedAt >= next.updatedAt, sort).toBe(true)
      }
    }
  })

  it('sorts within what is filtered, by the same column too', async () => {
    const needed = await search(officerOf(park), { state: 'needed', sort: '-state' })
    expect(needed.services.map((row) => row.state)).toEqual(['needed', 'needed', 'needed'])
    const { services, total } = await search('嘉善县经信局·经办', { counted: 'no', sort: '-countedOn', kind: 'talent' })
    expect([services.map((row) => row.serviceId), total]).toEqual([[made[5]], 1])
    const signed = await search('省经信厅·处室', { sort: '-priceFen', pageSize: 2 })
    expect(signed.services.map((row) => row.priceFen === null)).toEqual([false, false])
  })

  it('refuses a search that cannot be, naming the field', async () => {
    const client = await world.as(officerOf(park))
    for (const [url, field] of [
      ['page=0', 'page'],
      ['pageSize=201', 'pageSize'],
      ['sort=price', 'sort'],
      ['state=open', 'state'],
      ['pilotId=1', 'pilotId'],
      ["no=' or 1=1 --", null],
    ] as const) {
      const answer = await client.get(`/api/services?${encodeURI(url)}`)
      if (field === null) expect(answer.status).toBe(200)
      else expect(JSON.stringify([answer.status, answer.body])).toContain(`"field":"${field}"`)
    }
  })
})

describe('the export', () => {
  const exported = async (name: string, filter: object) => {
    const client = await world.as(name)
    const { raw, status } = await client.send('GET', address(contract.exportServices, {}, filter))
    expect(status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(raw as never)
    const texts = (at: number) => {
      const rows: string[][] = []
      book.worksheets[at]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
      return rows
    }
    return { rows: texts(0).slice(1), about: new Map(texts(1).map(([name = '', value = '']) => [name, value])) }
  }

  it('holds exactly the filtered rows, their number, the filters and the rules', async () => {
    const { rows, about } = await exported(officerOf(park), { state: 'needed', sort: 'no' })
    const { services } = await search(officerOf(park), { state: 'needed', sort: 'no' })
    expect(rows.map(([no]) => no)).toEqual(services.map((row) => row.no))
    expect(about.get('记录数')).toBe('3')
    expect(about.get('状态')).toBe('待选定')
    expect(about.get('计数规则')).toContain('zj-2023')
  })

  it('speaks English, and holds nothing of a foreign county', async () => {
    const { rows, about } = await exported('海宁市经信局·经办', { language: 'en' })
    expect(rows).toEqual([])
    expect(about.get('Records')).toBe('0')
  })
})

describe('the page of one service', () => {
  it('says what is done, what is next, who must act and what is missing', async () => {
    const client = await world.as(officerOf(park))
    const view = await client.done(contract.showService, { params: { serviceId: made[2] ?? '' } })
    expect(view.course.filter((one) => one.state === 'done').map((one) => one.step)).toEqual([
      'need',
      'selection',
      'signing',
    ])
    const next = view.course.find((one) => one.state === 'next')
    expect([next?.step, next?.who.map((post) => post.zh)]).toEqual(['visits', ['园区负责人', '园区服务专员']])
    expect(view.history.map((one) => one.kind)).toEqual([
      'service.opened',
      'service.product-selected',
      'service.contract-signed',
    ])
    const able = (action: (typeof view.actions)[number]['action']) => abilityIn(view.actions, action)
    expect(able('visit').allowed).toBe(true)
    expect(able('deliver')).toMatchObject({ allowed: false, clause: 'G3.4' })
    expect(view.selection?.candidates).toHaveLength(2)
    expect(view.signed?.purpose).toBe('为试点企业购买专业服务')
  })

  it('allows an overseer to look and to do nothing; the economy bureau prints a slip', async () => {
    const client = await world.as('嘉善县财政局·经办')
    const view = await client.done(contract.showService, { params: { serviceId: made[4] ?? '' } })
    expect(view.actions.filter((one) => one.allowed)).toEqual([])
    for (const one of view.actions) expect(one.because?.zh).toBeTruthy()
    await registeredContact(world, park, view.enterprise.enterpriseId)
    const economy = await world.as('嘉善县经信局·经办')
    const { actions } = await economy.done(contract.showService, { params: { serviceId: made[4] ?? '' } })
    expect(actions.filter((one) => one.allowed).map(({ action }) => action)).toEqual(['slip'])
  })
})
