import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import type { Source } from './edition-rules.ts'

/**
 * One rule of an edition in words. `key` names the same rule in every edition. `exact`: what `says` only sums up, so that no
 * change is overlooked; null where it says all.
 */
export type EditionRow = {
  readonly part: EditionPart
  readonly key: string
  readonly name: Text
  readonly says: Text
  readonly clause: Clause | null
  readonly source: Source
  readonly exact: string | null
}

/** Parts of an edition in the order in which they are read. */
export const editionParts = {
  head: { zh: '总则', en: 'General' },
  obligations: { zh: '义务', en: 'Obligations' },
  tranches: { zh: '资金分期', en: 'Tranches' },
  grades: { zh: '评价等次', en: 'Grades' },
  evaluations: { zh: '评价表', en: 'Evaluation forms' },
  money: { zh: '资金使用', en: 'Use of money' },
  indicators: { zh: '绩效指标', en: 'Indicators' },
  evidence: { zh: '佐证资料', en: 'Evidence' },
} as const satisfies Record<string, Text>

export type EditionPart = keyof typeof editionParts
export const editionPartList = Object.keys(editionParts) as EditionPart[]

export const sourceNames: Readonly<Record<Source, Text>> = {
  official: { zh: '官方', en: 'official' },
  inferred: { zh: '推定', en: 'inferred' },
}

export const t = (zh: string, en: string): Text => ({ zh, en })

/** Rows of one part, each with the clause and source of its rule. */
export function rowsOf(part: EditionPart) {
  return (
    key: string,
    name: Text,
    says: Text,
    cited: { readonly clause: Clause | null; readonly source: Source },
    exact: string | null = null,
  ): EditionRow => ({ part, key, name, says, clause: cited.clause, source: cited.source, exact })
}

/** 甲；乙。 · a; b */
export function clausesOf(texts: readonly (Text | null)[]): Text {
  const said = texts.filter((one) => one !== null)
  return t(said.map((one) => one.zh).join('；'), said.map((one) => one.en).join('; '))
}
