export const csvMediaType = 'text/csv; charset=utf-8'

/** Lines as CSV that Excel opens as UTF-8. */
export function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`${csvBeginning}${lines.map(csvLine).join('')}`)
}

/** By which a spreadsheet knows that it is UTF-8. */
export const csvBeginning = '\uFEFF'

/** One line with its end. A cell that a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
