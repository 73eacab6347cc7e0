/** Characters that take two columns of a terminal: Han, full-width forms, CJK punctuation. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
/** Never at the beginning of a line. */
const closing = /[，。；：、）》”]/u

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}

/** Lines of at most `most` columns: broken between words where there are any, between any two Han characters. */
function wrapped(text: string, most: number): string[] {
  const pieces = text.match(/[\u0021-\u2e7f]+|\s+|[^\s\u0021-\u2e7f]/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (widthOf(line + piece) > most && line !== '' && !closing.test(piece)) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

/** Columns side by side, each as wide as its widest cell up to `most`; longer cells go on below. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  most: readonly number[],
): string[] {
  const widths = head.map((title, i) =>
    Math.min(most[i] ?? 40, Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? '')))),
  )
  const lined = (cells: readonly string[]): string[] => {
    const wrappedCells = cells.map((cell, i) => wrapped(cell, widths[i] ?? 0))
    const height = Math.max(...wrappedCells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, at) =>
      wrappedCells
        .map((cell, i) => padded(cell[at] ?? '', widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [...lined(head), rule, ...rows.flatMap(lined)]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
