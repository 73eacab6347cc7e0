import type { Text } from '../../shared/words.ts'
import { type EntryKind, entryNames } from './ledger.ts'

/** What an entry is called: a reversal by what it takes back, so that two of one act are told apart. */
export function entryName(kind: EntryKind, reverses: EntryKind | null): Text {
  const { zh, en } = entryNames[kind]
  if (reverses === null) return { zh, en }
  const former = entryNames[reverses]
  return { zh: `${zh}·${former.zh}`, en: `${en} · ${former.en}` }
}
