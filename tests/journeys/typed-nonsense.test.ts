import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOf } from '../../database/demo/course.ts'
import type { Park } from '../../database/demo/programme.ts'
import { openFiling } from '../../src/features/filings/course/contract.ts'
import type { FilingKind } from '../../src/policy/filings/filing-kinds.ts'
import { planSections } from '../../src/policy/plan/plan.ts'
import { type Seat, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { fieldsIn, typeNonsense } from '../support/nonsense.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
let second: Park
let batchId = ''
let countyId = ''
beforeAll(async () => {
  story = await startStory('typed-nonsense', { at: '2026-05-12T10:00:00+08:00' })
  const county = await fundedPilot(story.world)
  ;({ park, second, batchId, countyId } = county)
})
afterAll(() => story?.close())

const economy = '嘉善县经信局·经办'
const of = (post: string, at = park) => `${at.name}·${post}`

type Form = {
  readonly by: () => string
  readonly path: () => Promise<string>
  /** The files of the screens whose fields it walks. */
  readonly files: readonly string[]
}

/** `kind` of the county, opened. */
const county = (kind: FilingKind, period = '') => async () => {
  const body = { batchId, unitId: countyId, kind, period }
  return `/filings/${(await (await story.world.as(economy)).done(openFiling, { body })).filingId}`
}
const service = (step: Parameters<typeof serviceAt>[2], act: string, page = '') => async () =>
  `/services/${await serviceAt(story.world, park, step)}${page}?act=${act}`

const drafts: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(
    planSections.map((section) => [
      `plan: ${section}`,
      {
        by: () => of('负责人', second),
        path: async () => `/pilots/${second.pilotId}/plan?section=${section}`,
        files: [],
      },
    ]),
  ),
  'liaison list': { by: () => economy, path: county('liaison-list'), files: [] },
  'disbursement plan': { by: () => economy, path: county('disbursement-plan'), files: [] },
  'major matter': {
    by: () => of('负责人'),
    path: async () => {
      const client = await story.world.as(of('负责人'))
      const opening = { kind: 'target-change', occurredAt: '2026-05-12T01:00:00.000Z' }
      return `/matters/${await openOf(client, park, 'major-matter', { opening })}`
    },
    files: [],
  },
}

const kept: Readonly<Record<string, Form>> = {
  visit: { by: () => of('服务专员'), path: service('contracted', 'visit'), files: [] },
  deliver: { by: () => of('服务专员'), path: service('under-way', 'deliver'), files: [] },
  contract: { by: () => of('服务专员'), path: service('selected', 'contract'), files: [] },
  selection: { by: () => of('服务专员'), path: service('needed', 'select'), files: [] },
  invoice: { by: () => of('资金专员'), path: service('confirmed', 'record-invoice', '/payments'), files: [] },
  activity: {
    by: () => of('服务专员'),
    path: async () => `/pilots/${park.pilotId}/activities/new`,
    files: [],
  },
  consultation: { by: () => '省经信厅·处室', path: async () => '/consultations/new', files: [] },
  need: { by: () => of('服务专员'), path: async () => `/pilots/${park.pilotId}/services/new`, files: [] },
}

const area = (seat: Seat): Locator => {
  const { page } = seat
  return page.getByRole('dialog').filter({ visible: true }).or(page.locator('#main')).last()
}

/** Types, leaves, comes back: everything typed is there, and what is no value with its error. */
async function survives({ by, path }: Form, saved: (seat: Seat) => Promise<unknown>): Promise<void> {
  const seat = await story.person(by(), { path: await path() })
  await settled(seat.page)
  const typed = await typeNonsense(area(seat))
  expect(typed.size).toBeGreaterThan(0)
  await saved(seat)
  await seat.page.reload()
  await settled(seat.page)
  const found = (await fieldsIn(area(seat))).map((one) => one.found)
  for (const [name, text] of typed) {
    const field = found.find((one) => one.name === name)
    expect(field?.text, name).toBe(text)
    if (field?.kind === 'text') continue
    expect(field, name).toMatchObject({ isFaulty: true })
    expect(field?.error, name).not.toBe('')
  }
}

describe('nonsense in every field of every draft', () => {
  it.each(Object.keys(drafts))('%s: stands there after a reload, counted, with its error', async (name) => {
    const form = drafts[name]
    if (!form) throw new Error(name)
    await survives(form, (seat) => seat.sees(/已保存/))
  })
})

describe('nonsense in every field of every form that is sent once', () => {
  it.each(Object.keys(kept))('%s: stands there after a reload, and is not sent', async (name) => {
    const form = kept[name]
    if (!form) throw new Error(name)
    await survives(form, async () => {})
  })
})
