import type { Text } from '../../shared/words.ts'
import { fieldName } from './event-words.ts'

/** One field of a record, before and after an act, as texts; null where it has no value. `field`: its path, apart by points. */
export type EventChange = { readonly field: string; readonly before: string | null; readonly after: string | null }

/** As many as are told of one event, and as many characters of a value. */
export const mostChanges = 300
const mostText = 500

type Json = Readonly<Record<string, unknown>>

/**
 * What an act changed, field by field. An act that tells only some fields of the state after it says nothing of the others; within a
 * field what is there no more has gone. Of something new, every field; of something that has no state after it, what it was.
 */
export function changesOf(before: unknown, after: unknown): EventChange[] {
  const [old, now] = [objectOf(before), objectOf(after)]
  const told = after === null || after === undefined ? old : now
  const changes: EventChange[] = []
  for (const key of Object.keys(told)) compare(key, old[key], now[key], changes)
  return changes.slice(0, mostChanges)
}

function compare(field: string, before: unknown, after: unknown, into: EventChange[]): void {
  if (isTree(before) || isTree(after)) {
    const [old, now] = [objectOf(before), objectOf(after)]
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      compare(`${field}.${key}`, old[key], now[key], into)
    return
  }
  const [old, now] = [textOf(field, before), textOf(field, after)]
  if (old !== now) into.push({ field, before: old, after: now })
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function objectOf(value: unknown): Json {
  return isTree(value) ? (value as Json) : {}
}

/** Money is kept in fen. */
function textOf(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' && /Fen$/.test(field)) return `¥${(value / 100).toFixed(2)}`
  const text = String(value)
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text
}

/** A field in words: `opinion.seat` is 意见 › 席位, the third of several 第 3 项. */
export function fieldText(field: string): Text {
  const parts = field.split('.').map((part) => {
    if (/^\d+$/.test(part)) return { zh: `第 ${Number(part) + 1} 项`, en: `no. ${Number(part) + 1}` }
    return fieldName(part)
  })
  return { zh: parts.map(({ zh }) => zh).join(' › '), en: parts.map(({ en }) => en).join(' › ') }
}
