import { WorkbookRefused } from './refused.ts'
import { workbookLimits } from './sheets.ts'

export function tooManyRows(): WorkbookRefused {
  const { rows } = workbookLimits
  return new WorkbookRefused(
    'too-many-rows',
    { zh: `工作簿超过 ${rows} 行的上限，请拆分后分次导入。`, en: `The workbook has more than ${rows} rows. Split it.` },
    { maxRows: rows },
  )
}

export function tooManyColumns(sheet: string): WorkbookRefused {
  const { columns } = workbookLimits
  return new WorkbookRefused(
    'too-many-columns',
    { zh: `工作表“${sheet}”超过 ${columns} 列的上限。`, en: `Sheet “${sheet}” has more than ${columns} columns.` },
    { sheet, maxColumns: columns },
  )
}

export function tooManySheets(): WorkbookRefused {
  const { sheets } = workbookLimits
  return new WorkbookRefused(
    'too-many-sheets',
    { zh: `工作簿超过 ${sheets} 张工作表的上限。`, en: `The workbook has more than ${sheets} sheets.` },
    { maxSheets: sheets },
  )
}

export function tooManyMerged(): WorkbookRefused {
  return new WorkbookRefused('too-many-merged', {
    zh: '工作簿中的合并单元格过多，请取消合并后上传。',
    en: 'The workbook has far too many merged cells. Unmerge them.',
  })
}
