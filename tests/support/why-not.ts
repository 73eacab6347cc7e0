import type { Page } from 'playwright-core'

/** As much of an element of the page as is looked at. */
type Part = {
  readonly textContent: string
  readonly ariaLabel: string | null
  readonly ownerDocument: { getElementById(id: string): Part | null }
  querySelectorAll(selector: string): Iterable<Part>
  closest(selector: string): Part | null
  getAttribute(name: string): string | null
  getBoundingClientRect(): { readonly width: number; readonly height: number }
  checkVisibility(how: object): boolean
}

/**
 * The buttons on a page that cannot be used, and those of them that do not say why in sight. A pager at its end, and a day
 * outside a calendar's range, need no reason.
 */
export async function refusedButtons(page: Page): Promise<{ refused: number; unexplained: string[] }> {
  return page.locator('body').evaluate((body: unknown) => {
    const isSeen = (one: Part | null): one is Part => {
      if (!one) return false
      const { width, height } = one.getBoundingClientRect()
      return width > 4 && height > 4 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    }
    const isExplained = (one: Part) =>
      (one.getAttribute('aria-describedby') ?? '').split(/\s+/).some((id) => {
        const reason = one.ownerDocument.getElementById(id)
        return isSeen(reason) && reason.textContent.trim() !== ''
      })
    const refused = [...(body as Part).querySelectorAll('button:disabled, button[aria-disabled="true"]')].filter(
      (one) => isSeen(one) && !one.closest('.pagination, .ant-picker-dropdown'),
    )
    const unexplained = refused
      .filter((one) => !isExplained(one))
      .map((one) => `“${one.textContent || one.ariaLabel}” does not say why it cannot be used`)
    return { refused: refused.length, unexplained }
  })
}
