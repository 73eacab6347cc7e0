import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Locator, Page, Request } from 'playwright-core'

/** A file as a person chooses it. */
export type Paper = { readonly name: string; readonly content: Buffer }

/** What a person has spent: presses and choices, and fields filled by hand. */
export type Effort = { clicks: number; fields: number }

/** What a person does by what they read: names of buttons and links, labels of fields, texts. */
export type Hands = {
  readonly area: Page | Locator
  press(button: string | RegExp): Promise<void>
  /** Presses a dialog's button, and the dialog is gone. */
  submit(button: string | RegExp): Promise<void>
  follow(link: string | RegExp): Promise<void>
  fill(label: string | RegExp, text: string): Promise<void>
  /** A day as it is typed: `2026-04-03`. */
  day(label: string | RegExp, day: string): Promise<void>
  choose(label: string | RegExp, option: string | RegExp): Promise<void>
  check(label: string | RegExp): Promise<void>
  attach(label: string | RegExp, ...papers: Paper[]): Promise<void>
  /** A block copied from a spreadsheet, put in at a field. */
  paste(label: string | RegExp, text: string): Promise<void>
  /** What a link or button hands out as a file. */
  download(link: string | RegExp): Promise<Paper>
  /** What stands at a field beside its label: hint and error. */
  told(label: string): Promise<string>
  /** Waits until every text is there to be read. */
  sees(...texts: (string | RegExp)[]): Promise<void>
  /** The texts are not there, once the page has settled. */
  lacks(...texts: (string | RegExp)[]): Promise<void>
}

/** `spent` is added to with everything that is done. */
export function handsOn(page: Page, area: Page | Locator, spent: Effort = { clicks: 0, fields: 0 }): Hands {
  const click = (target: Locator) => {
    spent.clicks++
    return target.click()
  }
  const typed = (label: string | RegExp) => {
    spent.fields++
    return field(area, label)
  }
  return {
    area,
    press: (button) => click(area.getByRole('button', { name: whole(button) }).first()),
    async submit(button) {
      const dialog = page.getByRole('dialog').filter({ visible: true }).last()
      await click(dialog.getByRole('button', { name: whole(button) }))
      await dialog.waitFor({ state: 'hidden' })
    },
    follow: (link) => click(area.getByRole('link', { name: whole(link) }).first()),
    fill: (label, text) => typed(label).fill(text),
    async day(label, day) {
      const input = typed(label)
      await input.fill(day)
      if ((await input.getAttribute('type')) !== 'date') await input.press('Enter')
    },
    async choose(label, option) {
      const input = field(area, label)
      if ((await input.evaluate((element) => element.nodeName)) === 'SELECT') {
        const all = await input.getByRole('option', { name: option, exact: true }).allTextContents()
        spent.clicks += 2
        return void (await input.selectOption({ label: all[0] ?? String(option) }))
      }
      await click(input)
      await click(page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first())
    },
    async check(label) {
      spent.clicks++
      await area.getByLabel(label).first().check()
    },
    async attach(label, ...papers) {
      const files = papers.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content }))
      spent.clicks++
      await field(area, label).setInputFiles(files)
      for (const { name } of papers) await area.getByRole('link', { name }).first().waitFor()
    },
    async paste(label, text) {
      await page.evaluate((copied) => (globalThis as unknown as Clipboard).navigator.clipboard.writeText(copied), text)
      await typed(label).focus()
      await page.keyboard.press('Control+V')
    },
    async download(link) {
      const button = area.getByRole('button', { name: whole(link) })
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        click(
          area
            .getByRole('link', { name: whole(link) })
            .or(button)
            .first(),
        ),
      ])
      return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
    },
    async told(label) {
      await settled(page)
      const ids = (await field(area, label).getAttribute('aria-describedby')) ?? ''
      const texts = ids
        .split(' ')
        .filter(Boolean)
        .map((id) => area.locator(`[id="${id}"]`).textContent())
      return (await Promise.all(texts)).join(' ')
    },
    async sees(...texts) {
      for (const text of texts) await area.getByText(part(text)).filter({ visible: true }).first().waitFor()
    },
    async lacks(...texts) {
      await settled(page)
      for (const text of texts) {
        const found = await area.getByText(part(text)).filter({ visible: true }).allTextContents()
        if (found.length > 0) throw new Error(`"${text}" should not be there, but is: ${found.slice(0, 3).join(' | ')}`)
      }
    },
  }
}

/** A sentence whatever the width of its punctuation. */
function plain(text: string): string {
  const twins = ['，,', '：:', '；;', '（(', '）)', '？?', '！!']
  return text.replace(/[.*+?^${}()|[\]\\，,：:；;（）？！!]/g, (sign) => {
    const pair = twins.find((one) => one.includes(sign))
    return pair ? `[${pair}]\\s?` : `\\${sign}`
  })
}

const part = (text: string | RegExp) => (typeof text === 'string' ? new RegExp(plain(text)) : text)
const whole = (text: string | RegExp) => (typeof text === 'string' ? new RegExp(`^\\s*${plain(text)}\\s*$`) : text)

/** By its label, with or without the mark of a required field. */
function field(area: Page | Locator, label: string | RegExp): Locator {
  if (label instanceof RegExp) return area.getByLabel(label).first()
  return area.getByLabel(new RegExp(`^\\s*${plain(label)}\\s*\\*?\\s*$`)).first()
}

/** The requests of a page: those that are open, and how often one began or ended. */
type Traffic = { readonly open: Set<Request>; turns: number }
const traffic = new WeakMap<Page, Traffic>()

/** Follows the requests of a page from its beginning, so that `settled` knows. */
export function watch(page: Page): void {
  const seen: Traffic = { open: new Set(), turns: 0 }
  traffic.set(page, seen)
  const ended = (request: Request) => {
    seen.turns++
    seen.open.delete(request)
  }
  page.on('request', (request) => {
    seen.turns++
    seen.open.add(request)
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
}

/** Nothing is asked of the server, nothing is loading and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page)
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    while (seen?.open.size && Date.now() < until) await setTimeout(10)
    const before = seen?.turns
    // A page that is left meanwhile is asked again.
    const rested = await page.evaluate(rests).catch(() => false)
    if (rested && seen?.turns === before && !seen?.open.size) return
  }
}

/** In the page: whether five frames in a row show nothing that loads or moves; gives up after a second of frames. */
async function rests(): Promise<boolean> {
  const { document, requestAnimationFrame } = globalThis as unknown as Shown
  const isSeen = (one: Shape) => one.checkVisibility({ visibilityProperty: true })
  const isMoving = ({ effect }: Motion) => effect !== null && effect.getTiming().iterations !== Infinity
  let still = 0
  for (let frame = 0; frame < 60 && still < 5; frame++) {
    await new Promise((next) => requestAnimationFrame(next))
    const busy = [...document.querySelectorAll('[aria-busy="true"], .ant-btn-loading')].some(isSeen)
    still = busy || document.getAnimations().some(isMoving) ? 0 : still + 1
  }
  return still === 5
}

type Clipboard = { navigator: { clipboard: { writeText(text: string): Promise<void> } } }
type Motion = { effect: { getTiming(): { iterations: number } } | null }
type Shape = { checkVisibility(how: object): boolean }
/** As much of a window as is looked at. */
type Shown = {
  document: { getAnimations(): Motion[]; querySelectorAll(selector: string): Iterable<Shape> }
  requestAnimationFrame(next: (now: number) => void): void
}
