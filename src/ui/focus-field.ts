/**
 * Brings a field into view and focuses it. Fields carry `data-field="fundLines.3.purpose"` or that as their id.
 * If the exact field is not on the page, the nearest field above it (`fundLines.3`, `fundLines`) is taken.
 */
export function focusField(field: string): boolean {
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.')
    const found = findField(name)
    if (found) {
      reveal(found)
      return true
    }
  }
  return false
}

/** Brings a section (`Section id`) into view. */
export function focusSection(section: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`)
  if (found) reveal(found)
  return Boolean(found)
}

function findField(name: string): HTMLElement | null {
  const quoted = CSS.escape(name)
  return (
    document.querySelector<HTMLElement>(`[data-field="${quoted}"]`) ??
    document.getElementById(name) ??
    document.querySelector<HTMLElement>(`[name="${quoted}"]`) ??
    document.getElementById(name.replaceAll('.', '_'))
  )
}

function reveal(found: HTMLElement): void {
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found)
  if (target === found && !found.matches(focusable)) found.tabIndex = -1
  found.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
  found.classList.add('jumped')
  setTimeout(() => found.classList.remove('jumped'), 1600)
}

const focusable = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button, a[href], [tabindex]'
