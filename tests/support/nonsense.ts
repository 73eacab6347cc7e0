import type { ElementHandle, Locator } from 'playwright-core'

/** A field as a person finds it: what it is called, what kind of text it takes, and what stands there. */
export type FoundField = {
  readonly name: string
  readonly kind: 'figure' | 'day' | 'choice' | 'text'
  readonly text: string
  readonly isFaulty: boolean
  readonly error: string
}

const fields = [
  'input:not([type=file], [type=checkbox], [type=radio], [type=hidden], [type=time], [role=combobox])',
  'textarea',
  'select[data-field]',
].join(', ')

/** Nothing that any field of that kind takes. */
const nonsense = { figure: '十二左右', day: '下周三下午', choice: '不在表里的一项' } as const

/** Every field that is open for writing, in the order of the page. */
export async function fieldsIn(area: Locator): Promise<{ field: ElementHandle; found: FoundField }[]> {
  const all = await area.locator(fields).filter({ visible: true }).elementHandles()
  const found = []
  for (const field of all) if (await field.isEditable()) found.push({ field, found: await field.evaluate(describe) })
  return found
}

/** A new row in every grid, then nonsense in every field; returns what was typed, by field. */
export async function typeNonsense(area: Locator): Promise<Map<string, string>> {
  for (const add of await area.getByRole('button', { name: '添加一行' }).all()) await add.click()
  const typed = new Map<string, string>()
  let no = 0
  for (const { field, found } of await fieldsIn(area)) {
    const text = found.kind === 'text' ? `写了一半的第${++no}处` : nonsense[found.kind]
    if (found.kind === 'choice') {
      // Nobody can type into a list; what stands in none of its lines is pasted from a sheet.
      await field.evaluate(paste, text)
    } else await field.fill(text)
    typed.set(found.name, text)
  }
  return typed
}

type Part = { getAttribute(name: string): string | null; textContent: string | null }
type Input = Part & {
  value: string
  id: string
  nodeName: string
  selectedOptions?: ArrayLike<Part>
  labels: ArrayLike<Part> | null
  closest(selector: string): Part | null
}
type Root = { document: { getElementById(id: string): Part | null; querySelector(selector: string): unknown } }

function describe(element: unknown): FoundField {
  const input = element as Input
  const { document } = globalThis as unknown as Root
  const isFigure = input.getAttribute('inputmode') === 'decimal'
  const isDay = input.getAttribute('placeholder') === 'YYYY-MM-DD' || input.getAttribute('type') === 'date'
  const kind = input.nodeName === 'SELECT' ? 'choice' : isDay ? 'day' : isFigure ? 'figure' : 'text'
  const error = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id.endsWith('-error'))
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
  const place = input.closest('[data-field]')?.getAttribute('data-field') ?? ''
  const label = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? ''
  return {
    name: `${place} ${label}`.trim(),
    kind,
    text: kind === 'choice' ? (input.selectedOptions?.[0]?.textContent ?? '') : input.value,
    isFaulty: input.getAttribute('aria-invalid') === 'true',
    error,
  }
}

type Target = { dispatchEvent(event: unknown): boolean }

function paste(element: unknown, text: string): void {
  const { DataTransfer, ClipboardEvent } = globalThis as unknown as {
    DataTransfer: new () => { setData(type: string, text: string): void }
    ClipboardEvent: new (type: string, options: object) => object
  }
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  ;(element as Target).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}
