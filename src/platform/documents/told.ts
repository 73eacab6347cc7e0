import type { FormColumn } from '../workbook/form-body.ts'
import type { ExportValue } from '../workbook/values.ts'
import type { PaperBlock, PaperContent, PaperTable } from './paper.ts'
import { valueText } from './value-text.ts'

export type ToldTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What whoever holds a paper is told to compare with it: every figure, day and name, as printed; running text is left out. */
export type Told = {
  readonly title: string
  /** What stands below the title, and who signs when. */
  readonly lines: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly tables: readonly ToldTable[]
  readonly opinions: readonly { readonly title: string; readonly text: string; readonly on: string }[]
}

export function toldOf({ title, subtitle, blocks }: PaperContent): Told {
  const of = <Kind extends PaperBlock['kind']>(kind: Kind) =>
    blocks.filter((block): block is Extract<PaperBlock, { kind: Kind }> => block.kind === kind)
  const signed = of('signed').flatMap(({ units, on }) => [...units, on])
  const below = subtitle ? [subtitle.left, subtitle.centre ?? '', subtitle.right ?? ''] : []
  return {
    title: title.replaceAll('\n', ' '),
    lines: [...below, ...signed].map((line) => line.trim()).filter(Boolean),
    facts: of('facts').flatMap(({ pairs }) => pairs),
    tables: of('table').map(tableOf),
    opinions: of('boxes').flatMap(({ boxes }) =>
      boxes.map(({ title: seat, lines, on }) => ({ title: seat, text: shortened(lines.join(' ')), on })),
    ),
  }
}

function tableOf({ name, columns, rows, sums }: PaperTable): ToldTable {
  const body = rows.map((row) => columns.map((column, at) => cellText(column, row[at] ?? null)))
  const hasSums = sums !== undefined || columns.some((one) => one.told === 'summed')
  const last = columns.map((column, at) => valueText(column.kind, sums?.[at] ?? summed(column, rows, at)))
  return { name, columns: columns.map(titleOf), rows: hasSums && rows.length > 0 ? [...body, last] : body }
}

function titleOf({ group, title }: FormColumn): string {
  return group === undefined ? title : `${group} ${title}`
}

function summed({ told }: FormColumn, rows: PaperTable['rows'], at: number): ExportValue {
  if (told !== 'summed') return null
  return rows.reduce((sum, row) => sum + (typeof row[at] === 'number' ? row[at] : 0), 0)
}

function cellText({ kind, told }: FormColumn, value: ExportValue): string {
  const text = valueText(kind, value)
  if (text === '' || told === undefined) return shortened(text)
  return told === 'in-part' ? inPart(text) : '＊'
}

/** Enough to tell a name or a number from another one, not enough to know it: `张＊`, `139****0000`. */
function inPart(text: string): string {
  const signs = [...text.trim()]
  if (signs.length < 8) return `${signs[0]}${'＊'.repeat(signs.length - 1)}`
  return `${signs.slice(0, 3).join('')}****${signs.slice(-4).join('')}`
}

/** Long texts are told by how they begin. */
const mostSigns = 60

function shortened(text: string): string {
  const signs = [...text]
  return signs.length > mostSigns ? `${signs.slice(0, mostSigns).join('')}…` : text
}
