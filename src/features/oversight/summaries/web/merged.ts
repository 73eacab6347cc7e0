import { type FieldsContent, type FormFact, forms } from '../../../../policy/filings/forms.ts'
import type { Text } from '../../../../shared/words.ts'
import type { CountySummary } from '../contract.ts'

export type Chapter = Text & {
  readonly id: string
  readonly parts: readonly { readonly unitId: string; readonly unitName: string; readonly text: string }[]
}

const sections = forms['half-year-summary']

function partOf({ content }: CountySummary, section: string): FieldsContent | null {
  const part = content?.[section]
  return part && typeof part === 'object' && 'fields' in part ? (part as FieldsContent) : null
}

/** Every chapter with what each county on record says in it. */
export function chaptersOf(counties: readonly CountySummary[]): Chapter[] {
  return sections.map(({ id, zh, en }) => ({
    id,
    zh,
    en,
    parts: counties.flatMap((county) => {
      const text = String(partOf(county, id)?.fields.text ?? '').trim()
      return text === '' ? [] : [{ unitId: county.unitId, unitName: county.unitName, text }]
    }),
  }))
}

/** A fact of all counties together. */
export type Total = Omit<FormFact, 'parts' | 'href'>

/** What one county on record gave to a total: null where its summary has no such figure. */
export function partOfTotal(county: CountySummary, id: string): FormFact | null {
  const facts = sections.flatMap((section) => partOf(county, section.id)?.facts ?? [])
  return facts.find((fact) => fact.id === id) ?? null
}

/** Counts and sums of money of all counties on record; a ratio cannot be added up and is left out. */
export function totalsOf(counties: readonly CountySummary[]): Total[] {
  const totals = new Map<string, Total>()
  for (const county of counties) {
    for (const { id: section } of sections) {
      for (const { id, of, zh, en, value } of partOf(county, section)?.facts ?? []) {
        if (of === 'percent') continue
        totals.set(id, { id, of, zh, en, value: (totals.get(id)?.value ?? 0) + (value ?? 0) })
      }
    }
  }
  return [...totals.values()]
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The whole draft as plain text, as it is pasted into an official paper. */
export function plainText(title: string, chapters: readonly Chapter[]): string {
  const body = chapters
    .filter((chapter) => chapter.parts.length > 0)
    .map((chapter, i) => {
      const parts = chapter.parts.map(({ unitName, text }) => `${unitName}：${text}`)
      return [`${numerals[i] ?? i + 1}、${chapter.zh}`, ...parts].join('\n')
    })
  return [title, ...body].join('\n\n')
}
