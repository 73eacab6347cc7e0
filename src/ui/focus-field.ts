/** Told when a field is looked for that does not stand on the page: a list that holds rows back shows them. */
export const fieldAwaited = 'field-awaited'

/**
 * Brings a field into view and focuses it, that of the open dialog first. Fields carry `data-field="rows.3.purpose"` or that as their id; within `section`
 * (a `Section id`) they are looked for first. If the exact field is not there, the nearest one above it (`rows.3`, `rows`) is taken.
 */
export function focusField(field: string, section?: string | null): boolean {
  const exact = section ? `${section}.${field}` : field
  if (!findField(document, field) && !findField(document, exact)) window.dispatchEvent(new Event(fieldAwaited))
  const home = section ? document.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`) : null
  const dialog = openDialog()
  const found =
    (dialog && nearest(dialog, field)) ??
    (home && nearest(home, field)) ??
    nearest(document, section ? `${section}.${field}` : field) ??
    nearest(document, field)
  if (found) reveal(found)
  return Boolean(found)
}

function openDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].findLast((one) => one.offsetParent)
}

/** What stands beside a field as its name, that of the open dialog first; a cell of a grid is named by its row and column. */
export function labelOfField(field: string): string | null {
  if (field === '') return null
  const found = findField(openDialog() ?? document, field)
  if (!found) return null
  const label = found.querySelector(':scope > label, :scope > legend')?.textContent ?? found.getAttribute('aria-label')
  return label?.replace(/[\s*＊]+$/, '') || null
}

function nearest(within: ParentNode, field: string): HTMLElement | null {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length--) {
    const found = findField(within, parts.slice(0, length).join('.'))
    if (found) return found
  }
  return null
}

/** Brings a section (`Section id`) into view. */
export function focusSection(section: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`)
  if (found) reveal(found)
  return Boolean(found)
}

function findField(within: ParentNode, name: string): HTMLElement | null {
  const quoted = CSS.escape(name)
  const selectors = [
    `[data-field="${quoted}"]`,
    `#${quoted}`,
    `[name="${quoted}"]`,
    `#${CSS.escape(name.replaceAll('.', '_'))}`,
  ]
  for (const selector of selectors) {
    const found = within.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

function reveal(found: HTMLElement): void {
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found)
  if (target === found && !found.matches(focusable)) found.tabIndex = -1
  // A section longer than the window is shown from its head.
  found.scrollIntoView({ block: found.offsetHeight > window.innerHeight * 0.7 ? 'start' : 'center' })
  target.focus({ preventScroll: true })
  light(found)
}

/** Brings what was asked about into view, and lights it up. */
export function flash(found: HTMLElement | null): void {
  if (!found) return
  found.scrollIntoView({ block: 'nearest' })
  light(found)
}

function light(found: HTMLElement): void {
  found.classList.add('jumped')
  setTimeout(() => found.classList.remove('jumped'), 1600)
}

const focusable = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button, a[href], [tabindex]'
