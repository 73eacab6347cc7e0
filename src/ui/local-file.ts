import { newKey } from './reach.ts'

const prefix = 'local:'

/** The id of a file that stands on this device; the server knows none like it. */
export function newLocalId(): string {
  return prefix + newKey()
}

export function isLocal(fileId: string): boolean {
  return fileId.startsWith(prefix)
}

/** Every file of this device that an input names. */
export function localFilesIn(value: unknown): string[] {
  if (typeof value === 'string') return isLocal(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(localFilesIn)
}

/** The same input with the ids that the server gave. */
export function withSentFiles(value: unknown, sent: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return sent.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => withSentFiles(one, sent))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSentFiles(one, sent)]))
}
