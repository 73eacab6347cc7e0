import type { Page } from 'playwright-core'

/** Css pixels that a link or button is high at least (WCAG 2.5.8). */
const leastHeight = 24
/** The same for what opens a card of a list. */
const leastCard = 44

/**
 * What is too low to be hit by a finger, with its height, and what is wider than the window. Links in running text are as high as
 * their line, as WCAG 2.5.8 says.
 */
export async function hardToHit(page: Page): Promise<string[]> {
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  const low = await page.evaluate(measured, { leastHeight, leastCard })
  return [...(over > 0 ? [`the page is ${over} px wider than the window`] : []), ...low]
}

type Box = { readonly height: number; readonly width: number }
type Part = {
  readonly textContent: string | null
  readonly nodeName: string
  readonly className: string
  readonly parentElement: Part | null
  readonly childNodes: ArrayLike<Part>
  matches(selector: string): boolean
  closest(selector: string): Part | null
  getBoundingClientRect(): Box
  checkVisibility(options: object): boolean
}
type Root = { document: { querySelectorAll(selector: string): ArrayLike<Part> } }

/** Runs in the page. */
function measured({ leastHeight: least, leastCard: card }: { leastHeight: number; leastCard: number }): string[] {
  const { document } = globalThis as unknown as Root
  const all = Array.from(document.querySelectorAll('a[href], button, [role="button"], summary'))
  const isRunning = (part: Part) =>
    Array.from(part.parentElement?.childNodes ?? []).some(
      (one) => one.nodeName === '#text' && /[\p{L}\p{N}]/u.test(one.textContent ?? ''),
    )
  return all.flatMap((part) => {
    const { height, width } = part.getBoundingClientRect()
    if (width < 2 || height < 2 || !part.checkVisibility({ visibilityProperty: true })) return []
    const asked = part.closest('.card-title') ? card : least
    if (Math.round(height) >= asked || (part.nodeName === 'A' && isRunning(part))) return []
    const name = (part.textContent ?? '').trim().slice(0, 30)
    return [`${part.nodeName.toLowerCase()} “${name}” (${part.className}) is ${Math.round(height)} px high`]
  })
}
