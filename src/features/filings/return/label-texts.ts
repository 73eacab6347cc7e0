import { isServiceKind, serviceKinds } from '../../../policy/records/service-kinds.ts'
import { type Fen, formatYuan } from '../../../shared/money.ts'
import type { Sentence, Text } from '../../../shared/words.ts'

/** How a record is named in a list, and where it is with its papers. */
export type Label = { readonly title: Text; readonly detail: Text; readonly href: string }
export type Labels = ReadonlyMap<string, Label>

export const same = (text: string): Text => ({ zh: text, en: text })

export function joined(...parts: readonly Text[]): Text {
  const shown = parts.filter((part) => part.zh !== '')
  return { zh: shown.map((part) => part.zh).join(' · '), en: shown.map((part) => part.en).join(' · ') }
}

/** A sentence of the feature's words, filled in both languages. */
export function told<Values extends readonly unknown[]>(
  sentence: Sentence & { readonly zh: (...values: Values) => string; readonly en: (...values: Values) => string },
  ...values: Values
): Text {
  return { zh: sentence.zh(...values), en: sentence.en(...values) }
}

export function kindName(kind: string): Text {
  if (!isServiceKind(kind)) return same(kind)
  const { zh, en } = serviceKinds[kind]
  return { zh, en }
}

export const yuanOf = (fen: Fen | null): string => (fen === null ? '—' : formatYuan(fen))
export const yuan = (fen: Fen | null): Text => ({ zh: `${yuanOf(fen)} 元`, en: `CNY ${yuanOf(fen)}` })
