import { parse } from 'csv-parse/sync'
import { writeCsv } from '../../../platform/workbook/write-csv.ts'
import type { FrameRow } from '../../../policy/oversight/sampling.ts'

const header = [
  '服务编号 no',
  '园区 park',
  '类别 kind',
  '企业 enterprise',
  '价格（分） price_fen',
  '权重 weight',
] as const

/** A frame as the file that `npm run draw` reads. */
export function writeFrame(frame: readonly FrameRow[]): Buffer {
  const lines = frame.map((row) => [
    row.no,
    row.park,
    row.kind,
    row.enterprise,
    String(row.priceFen),
    String(row.weight),
  ])
  return writeCsv([header, ...lines])
}

/** The frame of such a file. @throws Error with the line that is none of a frame. */
export function readFrame(content: Buffer): FrameRow[] {
  const [first = [], ...lines]: string[][] = parse(content, { bom: true, relax_column_count: true })
  if (header.some((title, at) => first[at] !== title))
    throw new Error('Not a frame: the first line is none of its heads')
  return lines.map((cells, at) => {
    // A cell that a spreadsheet would take for a formula bears a mark in the file.
    const [no = '', park = '', kind = '', enterprise = '', price = '', weight = ''] = cells.map((cell) =>
      cell.replace(/^'(?=[=+\-@\t\r])/, ''),
    )
    const [priceFen, weighs] = [Number(price), Number(weight)]
    if (no === '' || !/^\d+$/.test(price) || !Number.isSafeInteger(priceFen) || !/^[1-9]\d*$/.test(weight))
      throw new Error(`Not a frame: line ${at + 2} holds no number, price and weight`)
    return { no, park, kind, enterprise, priceFen, weight: weighs }
  })
}
