/** What a filing is about, as one part of an address. */
export type FilingKey = {
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
}

export function keyText({ batchId, unitId, kind, period }: FilingKey): string {
  return [batchId, unitId, kind, period].join('.')
}

/** The unit whose filing a key names; undefined for what is no key. */
export function unitOfKey(key: string): string | undefined {
  return key.split('.')[1]
}

/** The list of deadlines with these filters. */
export function listTo(filters: Readonly<Record<string, string | null | undefined>>): string {
  const params = new URLSearchParams({ view: 'list' })
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value)
  return `/calendar?${params}`
}

/** Where a locked filing is opened. */
export function grantTo(key: FilingKey): string {
  return `/exceptions?grant=${keyText(key)}`
}
