import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, draftPlan, submitPlan } from '../../database/demo/programme.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { elsewhere } from '../support/forms-elsewhere.ts'
import { fundedPilot, recommend, release } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { fieldsIn, typeNonsense } from '../support/nonsense.ts'
import { drafts, type Form, kept, type Stage } from '../support/nonsense-forms.ts'

let story: Story
let stage: Stage
beforeAll(async () => {
  story = await startStory('typed-nonsense', { at: '2026-05-12T10:00:00+08:00' })
  const county = await fundedPilot(story.world)
  const released = county.foreign
  stage = { world: story.world, ...county, released }
  await draftPlan(story.world, released)
  await submitPlan(story.world, released)
  for (const bureau of ['经信局', '财政局']) await approve(story.world, released, `海宁市${bureau}·经办`)
  await recommend(story.world, released, 1, undefined, '海宁市经信局·经办')
  await release(story.world, released, 1, '海宁市财政局·经办')
})
afterAll(() => story?.close())

const area = ({ page }: Person): Locator =>
  page.getByRole('dialog').filter({ visible: true }).or(page.locator('#main')).last()

type Typed = { readonly seat: Person; readonly wrong: number }

/** Types, leaves, comes back: everything typed is there, and what is no value with its error. */
async function comesBack({ by, path }: Form, meanwhile: (typed: Typed) => Promise<unknown>): Promise<Typed> {
  const seat = await story.person(by(stage), { path: await path(stage) })
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
    // What is only asked about is done by nobody.
    const sent: string[] = []
    seat.page.on('request', (request) => {
      if (request.method() !== 'GET' && !request.headers()['x-unread']) sent.push(request.url())
    })
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
  const field =
    /<(?:Field|BareField|FieldGrid|Input|LineInput|ProseInput|NumberInput|MoneyInput|DayInput)\b|\buseReason\(/
  const written = screens.filter((file) => field.test(readFileSync(join(root, file), 'utf8')))
  const walked = Object.values({ ...drafts, ...kept }).flatMap(({ files }) => files)
  expect([...new Set([...walked, ...Object.keys(elsewhere)])].sort()).toEqual(written.sort())
})

describe('a value that a rule forbids', () => {
  const typeAt = async (form: Form | undefined, label: string, text: string, reason: RegExp) => {
    if (!form) throw new Error(label)
    const seat = await story.person(form.by(stage), { path: await form.path(stage) })
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
