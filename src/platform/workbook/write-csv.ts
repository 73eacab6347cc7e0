export const csvMediaType = 'text/csv; charset=utf-8'

/** Lines as CSV that Excel opens as UTF-8. A cell that a spreadsheet would take for a formula is marked as text. */
export function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => {
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  }
  return Buffer.from(`\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`)
}
