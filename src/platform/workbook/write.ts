import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { aboutXml, afterRows, beforeRows, fixedParts, rowXml, sumsXml } from './export-parts.ts'
import type { ExportSheet } from './values.ts'

/** Dates say nothing about a workbook that is made on the spot; level 3 is a third of the time of the default for a tenth more bytes. */
const packed = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, compressionLevel: 3 }
/** Characters handed on at once: some milliseconds of work, so that other requests come between. */
const pieceLength = 128 * 1024

/** Writes rows as they come; an error of the source or of the reader ends the stream with it. */
export function exportRows(sheet: ExportSheet): Readable {
  const output = new PassThrough({ highWaterMark: 256 * 1024 })
  const file = new ZipFile()
  let count = 0
  async function* lines() {
    let piece = beforeRows(sheet)
    const sums = sheet.columns.map(() => 0)
    for await (const row of sheet.rows) {
      piece += rowXml(sheet.columns, row, ++count + 1)
      for (const [at, value] of row.entries()) sums[at] = (sums[at] ?? 0) + (typeof value === 'number' ? value : 0)
      if (piece.length < pieceLength) continue
      yield Buffer.from(piece)
      piece = ''
    }
    if (count > 0 && sheet.columns.some((one) => one.isSummed)) piece += sumsXml(sheet, sums, count + 2)
    yield Buffer.from(piece + afterRows(sheet, count))
  }
  const source = Readable.from(lines(), { objectMode: false, highWaterMark: pieceLength })
  // yazl listens to no error of what it reads
  source.on('error', (error) => output.destroy(error))
  output.on('close', () => source.destroy())
  for (const [name, xml] of fixedParts(sheet)) file.addBuffer(Buffer.from(xml), name, packed)
  file.addReadStream(source, 'xl/worksheets/sheet1.xml', packed)
  // How many rows there were is known when they are written.
  file.addReadStreamLazy('xl/worksheets/sheet2.xml', packed, (done) =>
    done(null, Readable.from([Buffer.from(aboutXml(sheet, count))])),
  )
  file.end()
  pipeline(file.outputStream, output).catch((error: Error) => output.destroy(error))
  return output
}
