import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOf } from '../../database/demo/course.ts'
import type { Park } from '../../database/demo/programme.ts'
import { openFiling } from '../../src/features/filings/course/contract.ts'
import type { FilingKind } from '../../src/policy/filings/filing-kinds.ts'
import { type PlanSection, planSections } from '../../src/policy/plan/plan.ts'
import { type Seat, type Story, startStory } from '../support/browser.ts'
import { elsewhere } from '../support/forms-elsewhere.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { fieldsIn, typeNonsense } from '../support/nonsense.ts'
import { enterprisesOf, serviceAt } from '../support/services.ts'
import { administratorName } from '../support/template.ts'

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

const province = '省经信厅·处室'
const economy = '嘉善县经信局·经办'
const of = (post: string, at = park) => `${at.name}·${post}`

/** A form and the files whose fields it shows, under `src/features`. */
type Form = {
  readonly by: () => string
  readonly path: () => Promise<string>
  readonly files: readonly string[]
}

const county = (kind: FilingKind) => async () => {
  const body = { batchId, unitId: countyId, kind, period: '' }
  return `/filings/${(await (await story.world.as(economy)).done(openFiling, { body })).filingId}`
}
const service = (step: Parameters<typeof serviceAt>[2], act: string, page = '') => ({
  path: async () => `/services/${await serviceAt(story.world, park, step)}${page}?act=${act}`,
})
const officer = { by: () => of('服务专员') }
const sectionFiles: Readonly<Record<PlanSection, string>> = {
  services: 'ServicesSection',
  agencies: 'AgenciesSection',
  'fund-lines': 'FundLinesSection',
  controls: 'ControlsSection',
  targets: 'TargetsSection',
  enterprises: 'EnterprisesSection',
}
const forms = ['FormFields', 'FormRows'].map((name) => `filings/forms/web/${name}.tsx`)

const drafts: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(
    planSections.map((section): [string, Form] => [
      `plan: ${section}`,
      {
        by: () => of('负责人', second),
        path: async () => `/pilots/${second.pilotId}/plan?section=${section}`,
        files: [`filings/plan/web/${sectionFiles[section]}.tsx`],
      },
    ]),
  ),
  'liaison list': { by: () => economy, path: county('liaison-list'), files: forms },
  'disbursement plan': { by: () => economy, path: county('disbursement-plan'), files: forms },
  'major matter': {
    by: () => of('负责人'),
    path: async () => {
      const client = await story.world.as(of('负责人'))
      const opening = { kind: 'target-change', occurredAt: '2026-05-12T01:00:00.000Z' }
      return `/matters/${await openOf(client, park, 'major-matter', { opening })}`
    },
    files: ['filings/matter/web/ReportForm.tsx', 'filings/matter/web/MomentInput.tsx'],
  },
}

const kept: Readonly<Record<string, Form>> = {
  visit: { ...officer, ...service('contracted', 'visit'), files: ['delivery/services/web/VisitDialog.tsx'] },
  delivery: { ...officer, ...service('under-way', 'deliver'), files: ['delivery/services/web/DeliverDialog.tsx'] },
  contract: { ...officer, ...service('selected', 'contract'), files: ['delivery/services/web/ContractDialog.tsx'] },
  selection: { ...officer, ...service('needed', 'select'), files: ['delivery/services/web/SelectDialog.tsx'] },
  invoice: {
    by: () => of('资金专员'),
    ...service('confirmed', 'record-invoice', '/payments'),
    files: ['delivery/payments/web/InvoiceDialog.tsx'],
  },
  activity: {
    ...officer,
    path: async () => `/pilots/${park.pilotId}/activities/new`,
    files: ['delivery/activities/web/NewActivityPage.tsx'],
  },
  need: {
    ...officer,
    path: async () => `/pilots/${park.pilotId}/services/new`,
    files: ['delivery/services/web/NewNeedPage.tsx'],
  },
  diagnosis: {
    ...officer,
    path: async () => {
      const open = (await enterprisesOf(story.world, park)).find((one) => !one.diagnosedOn)
      return `/pilots/${park.pilotId}/enterprises/${open?.enterpriseId}`
    },
    files: ['delivery/diagnoses/web/Questionnaire.tsx'],
  },
  consultation: {
    by: () => province,
    path: async () => '/consultations/new',
    files: ['oversight/consultations/web/NewConsultationPage.tsx'],
  },
  'filing number': {
    by: () => economy,
    path: async () => `/pilots/${park.pilotId}/money?act=file&tranche=1`,
    files: ['money/funds/web/FilingDialog.tsx'],
  },
  batch: {
    by: () => province,
    path: async () => '/batches?act=create',
    files: ['programme/pilots/web/CreateBatch.tsx'],
  },
  'rest days': {
    by: () => administratorName,
    path: async () => '/rest-days/new',
    files: ['oversight/rest-days/web/NewListPage.tsx'],
  },
}

const area = ({ page }: Seat): Locator =>
  page.getByRole('dialog').filter({ visible: true }).or(page.locator('#main')).last()

type Typed = { readonly seat: Seat; readonly wrong: number }

/** Types, leaves, comes back: everything typed is there, and what is no value with its error. */
async function comesBack({ by, path }: Form, meanwhile: (typed: Typed) => Promise<unknown>): Promise<Typed> {
  const seat = await story.person(by(), { path: await path() })
  await settled(seat.page)
  const texts = await typeNonsense(area(seat))
  expect(texts.size).toBeGreaterThan(0)
  const wrong = (await fieldsIn(area(seat))).filter(
    ({ found }) => found.kind !== 'text' && texts.has(found.name),
  ).length
  await meanwhile({ seat, wrong })
  await seat.page.reload()
  await settled(seat.page)
  const found = (await fieldsIn(area(seat))).map((one) => one.found)
  for (const [name, text] of texts) {
    const field = found.find((one) => one.name === name)
    expect(field?.text, name).toBe(text)
    if (field?.kind === 'text') continue
    expect(field, name).toMatchObject({ isFaulty: true })
    expect(field?.error, name).not.toBe('')
  }
  return { seat, wrong }
}

describe('nonsense in every field of a draft', () => {
  it.each(Object.entries(drafts))(
    '%s: is saved as it is, counted, and found again with its error',
    async (name, form) => {
      const { seat, wrong } = await comesBack(form, async ({ seat, wrong }) => {
        await seat.sees(/^\s*已保存/)
        if (wrong === 0) return
        // The sections of a plan are counted together.
        const said = await seat.page
          .getByText(/\d+ 处待更正/)
          .first()
          .textContent()
        expect(Number(/\d+/.exec(said ?? '')?.[0])).toBeGreaterThanOrEqual(wrong)
      })
      if (wrong > 0) await seat.step(name.replace(/\W+/g, '-'))
    },
  )
})

describe('nonsense in every field of a form that is sent once', () => {
  it.each(Object.entries(kept))('%s: is found again with its error, and is not sent', async (_, form) => {
    const { seat, wrong } = await comesBack(form, async () => {})
    if (wrong === 0) return
    const sent: string[] = []
    seat.page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
    const button = area(seat).locator('.ant-btn-primary').last()
    if (await button.isEnabled()) {
      await button.click()
      await seat.sees('尚有内容无法识别或文件未传完')
    }
    await settled(seat.page)
    expect(sent).toEqual([])
  })
})

it('walks every form there is, or says why not', () => {
  const root = fileURLToPath(new URL('../../src/features', import.meta.url))
  const screens = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\/web\/.*\.tsx$/.test(file),
  )
  const field = /<(?:Field|BareField|FieldGrid|Input|LineInput|ProseInput|NumberInput|MoneyInput|DayInput)\b/
  const written = screens.filter((file) => field.test(readFileSync(join(root, file), 'utf8')))
  const walked = Object.values({ ...drafts, ...kept }).flatMap(({ files }) => files)
  expect([...new Set([...walked, ...Object.keys(elsewhere)])].sort()).toEqual(written.sort())
})

describe('a value that a rule forbids', () => {
  const typeAt = async (form: Form | undefined, label: string, text: string, reason: RegExp) => {
    if (!form) throw new Error(label)
    const seat = await story.person(form.by(), { path: await form.path() })
    await settled(seat.page)
    await seat.dialog.fill(label, text)
    await seat.dialog.area.getByLabel(label).first().blur()
    expect(await seat.dialog.area.getByLabel(label).first().inputValue()).toBe(text)
    expect(await seat.dialog.told(label)).toMatch(reason)
    await seat.page.reload()
    await settled(seat.page)
    expect(await seat.dialog.area.getByLabel(label).first().inputValue()).toBe(text)
    expect(await seat.dialog.told(label)).toMatch(reason)
  }

  it('stays in its field with the reason: a day after today, a year before the first', async () => {
    await typeAt(kept.contract, '签订日期', '2026-05-13', /须在 2026-05-12 至 2026-05-12 之间/)
    await typeAt(kept.batch, '首年', '1999', /须在 \d{4} 至 \d{4} 之间/)
  })
})
