import { bytesOf } from '../files/zip.ts'
import type { Column } from './columns.ts'
import { readCsv } from './csv.ts'
import { WorkbookRefused } from './refused.ts'
import { type Workbook, workbookLimits } from './sheets.ts'
import { readXlsx } from './xlsx.ts'

/**
 * Reads .xlsx, or .csv in UTF-8, UTF-16 or GB18030, by content and not by name; the header of `columns` tells how the cells of a
 * CSV are separated. Throws `WorkbookRefused` with a reason: `too-large`, `too-many-rows`, `too-many-columns`, `too-many-sheets`,
 * `too-many-merged`, `old-format`, `encrypted`, `broken`, `unknown-text`.
 */
export async function readWorkbook(data: Buffer, columns: readonly Column[] = []): Promise<Workbook> {
  if (data.length > workbookLimits.bytes) throw tooLarge()
  const start = data.toString('latin1', 0, 4)
  if (start.startsWith('PK')) return readXlsx(bytesOf(data))
  if (data.length >= 4 && data.readUInt32BE(0) === 0xd0cf11e0) {
    throw new WorkbookRefused('old-format', {
      zh: '这是旧版 .xls 或加密的工作簿，请去除密码并另存为 .xlsx 后再上传。',
      en: 'This is an old .xls or an encrypted workbook. Remove the password and save it as .xlsx.',
    })
  }
  return readCsv(data, columns)
}

function tooLarge(): WorkbookRefused {
  return new WorkbookRefused(
    'too-large',
    { zh: '工作簿超过 20 MB 的上限，请拆分后上传。', en: 'The workbook is larger than 20 MB. Split it.' },
    { maxBytes: workbookLimits.bytes },
  )
}
