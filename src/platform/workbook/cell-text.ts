/** Built-in number formats that show a date or a time, the Chinese ones (27–36, 50–58) included. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
for (let id = 27; id <= 36; id++) builtInDates.add(id)
for (let id = 50; id <= 58; id++) builtInDates.add(id)
const builtInPercent = new Set([9, 10])

export type NumberKind = 'number' | 'percent' | 'date'

/** What a number format makes of a number. `code` is the custom format, if there is one. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtInDates.has(id) ? 'date' : builtInPercent.has(id) ? 'percent' : 'number'
  const bare = code
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (bare === undefined || bare === 'general') return 'number'
  if (/[ymdhs]/.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'number'
}

/** A number as a person reads it in the sheet, without grouping; 15 significant digits, as spreadsheets calculate. */
export function numberText(value: number, kind: NumberKind, from1904 = false): string {
  if (kind === 'date' && value >= 0 && value < 2_958_466) return dateText(value, from1904)
  if (kind === 'percent') return `${plain(value * 100)}%`
  return plain(value)
}

function plain(value: number): string {
  const text = String(value)
  if (text.length <= 15 && !text.includes('e')) return text
  const rounded = Number(value.toPrecision(15))
  // beyond 15 digits the spreadsheet has already lost digits: it must not look like a whole code or invoice number
  if (Math.abs(rounded) >= 1e15) return rounded.toExponential().toUpperCase()
  if (rounded !== 0 && Math.abs(rounded) < 1e-6) return rounded.toFixed(15).replace(/\.?0+$/, '')
  return String(rounded)
}

function dateText(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = () => new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (days === 0 && !from1904) return time()
  // the calendar of 1900 counts a 29 February that never was
  const offset = from1904 ? 24_107 : days < 60 ? 25_568 : 25_569
  const day = new Date((days - offset) * 86_400_000).toISOString().slice(0, 10)
  if (seconds % 86_400 === 0) return day
  return `${day} ${time().replace(/:00$/, '')}`
}
