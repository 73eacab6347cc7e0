import type ExcelJS from 'exceljs'

// named as the standard asks, none is shipped: a machine without them falls back to its own
export const headFont = { name: '黑体', size: 11 }
export const bodyFont = { name: '仿宋_GB2312', size: 11 }
/** Points. */
export const lineHeight = 16
export const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } }
export const grid: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin }

export function middle(horizontal: 'left' | 'center' | 'right'): Partial<ExcelJS.Alignment> {
  return { horizontal, vertical: 'middle', wrapText: true }
}

/** One page wide on A4, as many pages long as it takes. */
export const landscapeA4: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

/** The library is loaded when the first form is written: 14 MiB that a server does not need to start. */
export async function newWorkbook(): Promise<ExcelJS.Workbook> {
  const { default: library } = await import('exceljs')
  return new library.Workbook()
}
