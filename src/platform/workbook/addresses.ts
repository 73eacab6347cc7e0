/** 0 → `A`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export type CellPlace = { readonly row: number; readonly column: number }

/** `C5` → row 5, column 2 (from 0); null if it is no address of a spreadsheet. */
export function cellAddress(text: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column: column - 1 } : null
}

export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** `A1:B2 D4` → areas; what is no area of a spreadsheet is left out. */
export function areasOf(ref: string): Area[] {
  return ref
    .split(/[\s,]+/)
    .map((range): Area | null => {
      const [first, last] = range.split(':').map(cellAddress)
      if (!first || last === null) return null
      const end = last ?? first
      return {
        top: Math.min(first.row, end.row),
        left: Math.min(first.column, end.column),
        bottom: Math.max(first.row, end.row),
        right: Math.max(first.column, end.column),
      }
    })
    .filter((area) => area !== null)
}
