import type { Text } from '../../shared/words.ts'
import type { FigureSource } from '../editions/edition-rules.ts'
import { figureSources } from '../editions/figure-sources.ts'

/** Why a figure of a table is empty: it comes from elsewhere, or it has nothing to be made of yet. */
export type EmptyReason = FigureSource | 'no-records' | 'no-answers' | 'no-target' | 'not-judged' | 'nothing-received'

/** `label`: what stands in the cell, at most eight half-width characters; `text`: the whole reason. */
type Words = { readonly label: Text; readonly text: Text }

const t = (zh: string, en: string): Text => ({ zh, en })

export const emptyReasons: Readonly<Record<EmptyReason, Words>> = {
  ...figureSources,
  'no-records': {
    label: t('无记录', 'no data'),
    text: t('比率的分母为零：期内还没有可计的记录', 'a ratio of nothing: no record counts in this time yet'),
  },
  'no-answers': {
    label: t('无评价', 'no reply'),
    text: t('期内还没有有效的评价或答卷，不等于零', 'nobody has answered in this time yet, which is not zero'),
  },
  'no-target': {
    label: t('无目标', 'no goal'),
    text: t('没有目标值，不计算完成率', 'there is no target to hold it to'),
  },
  'not-judged': {
    label: t('未核定', 'pending'),
    text: t('审核部门尚未核定', 'not accepted by those who judge it yet'),
  },
  'nothing-received': {
    label: t('未到位', 'no money'),
    text: t('资金尚未到位，不计算执行率', 'no money received yet, so nothing to hold the spending to'),
  },
}

/** What decides why a figure is empty. `source`: where it comes from when it is not computed; null when it is. */
export type FigureRow = {
  readonly source: FigureSource | null
  /** What it counts; records where it is left out. */
  readonly counts?: 'answers' | 'records'
  readonly thisPeriod: number | null
  readonly thisYear: number | null
  readonly total: number | null
  readonly rate: number | null
  readonly gap?: number | null
  readonly proofs?: number
  /** Left out where the table has no such column. */
  readonly accepted?: number | null
}

export type FigureName = Exclude<keyof FigureRow, 'source' | 'counts'>

function nothingCounted({ counts }: Pick<FigureRow, 'counts'>): EmptyReason {
  return counts === 'answers' ? 'no-answers' : 'no-records'
}

/** Why a figure of a row is empty; null when it is there. The one answer for screen, print, workbook and paper (G3.5, H6). */
export function whyEmpty(row: FigureRow, figure: FigureName): EmptyReason | null {
  if (figure === 'proofs') return row.source
  if ((row[figure] ?? null) !== null) return null
  if (row.source) return row.source
  if (row.total === null || figure === 'thisPeriod' || figure === 'thisYear') return nothingCounted(row)
  return figure === 'accepted' ? 'not-judged' : 'no-target'
}

/** Why one unit's part of a merged row is empty: its table is not accepted, or its figure is as empty as the row's may be. */
export function whyPartEmpty(
  row: FigureRow,
  part: { readonly value: number | null; readonly accepted: boolean },
): EmptyReason | null {
  if (part.value !== null) return null
  return part.accepted ? (row.source ?? nothingCounted(row)) : 'not-judged'
}

/** The reasons that occur, each once, in the order of the catalogue: what the labels of a table mean. */
function reasonsUsed(reasons: readonly (EmptyReason | null)[]): EmptyReason[] {
  return (Object.keys(emptyReasons) as EmptyReason[]).filter((reason) => reasons.includes(reason))
}

/** Every reason of some rows. */
export function reasonsOfRows(rows: readonly FigureRow[], figures: readonly FigureName[]): EmptyReason[] {
  return reasonsUsed(rows.flatMap((row) => figures.map((figure) => whyEmpty(row, figure))))
}

/** Every reason of a merged table, those of its parts too. */
export function mergedReasons(table: {
  readonly rows: readonly (FigureRow & { readonly parts: readonly (Pick<FigureRow, 'total'> | null)[] })[]
  readonly columns: readonly { readonly accepted: boolean }[]
}): EmptyReason[] {
  const { rows, columns } = table
  const ofParts = rows.flatMap((row) =>
    columns.map(({ accepted }, at) => whyPartEmpty(row, { value: row.parts[at]?.total ?? null, accepted })),
  )
  return reasonsUsed([...reasonsOfRows(rows, mergedFigures), ...ofParts])
}

/** The labels with what they mean, in one line: `须说明：…；待评价：…`. */
export function legendOf(reasons: readonly EmptyReason[]): Text {
  const say = (language: 'zh' | 'en', colon: string) =>
    reasons.map((reason) => `${emptyReasons[reason].label[language]}${colon}${emptyReasons[reason].text[language]}`)
  return { zh: say('zh', '：').join('；'), en: say('en', ': ').join('; ') }
}

/** The figures of a park's table that may be empty, in the order of its columns. */
export const tableFigures = ['thisPeriod', 'thisYear', 'total', 'rate', 'gap', 'proofs', 'accepted'] as const

/** Those of a merged table. */
export const mergedFigures = ['thisPeriod', 'thisYear', 'total', 'rate'] as const
