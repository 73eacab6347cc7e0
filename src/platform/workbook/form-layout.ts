/** Width in half-width characters: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0
  for (const c of text) width += (c.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2
  return width
}

/** How many lines a text takes in a cell of this width; the font of the form is a little wider than the measure of columns. */
export function linesOf(text: string, width: number): number {
  const usable = Math.max(2, (width - 1) * 0.92)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0)
}

/** Cuts a text into pieces of at most `most` lines each, where lines or sentences end if one does nearby. */
export function piecesOf(text: string, width: number, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of text.split(/(?<=[。；;\n])/)) {
    if (piece !== '' && linesOf(piece + part, width) > most) {
      pieces.push(piece.trimEnd())
      piece = ''
    }
    piece += part
    while (linesOf(piece, width) > most) {
      const cut = cutAt(piece, width, most)
      pieces.push(piece.slice(0, cut))
      piece = piece.slice(cut)
    }
  }
  return piece.trim() === '' && pieces.length > 0 ? pieces : [...pieces, piece]
}

/** How many code units of a text fill `most` lines; never parts a surrogate pair. */
function cutAt(text: string, width: number, most: number): number {
  let [low, high] = [1, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (linesOf(text.slice(0, middle), width) <= most) low = middle
    else high = middle - 1
  }
  return low > 1 && /[\ud800-\udbff]/.test(text[low - 1] ?? '') ? low - 1 : low
}

type Wide = { readonly width: number }

/** Cuts the columns into neighbouring spans whose widths stand to each other about as `shares`. */
export function spansOf(columns: readonly Wide[], shares: readonly number[]): { from: number; to: number }[] {
  const total = totalWidth(columns)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const spans: { from: number; to: number }[] = []
  let from = 1
  let width = 0
  let goal = 0
  for (const [index, share] of shares.entries()) {
    goal += (total * share) / whole
    let to = from
    const mostFor = columns.length - (shares.length - index - 1)
    width += columns[to - 1]?.width ?? 0
    while (to < mostFor && (index === shares.length - 1 || width + (columns[to]?.width ?? 0) / 2 <= goal)) {
      width += columns[to]?.width ?? 0
      to++
    }
    if (from <= columns.length) spans.push({ from, to: Math.min(to, columns.length) })
    from = to + 1
  }
  return spans
}

export function totalWidth(columns: readonly Wide[]): number {
  return columns.reduce((sum, each) => sum + each.width, 0)
}
