import { expect, it } from 'vitest'
import { writeCsv } from './write-csv.ts'

it('quotes what parts cells and lines, marks what would be a formula, and is known as UTF-8', () => {
  const text = writeCsv([
    ['单位', 'a,b', 'say "x"', 'two\nlines'],
    ['=1+1', '+86', '-5', '@x'],
  ]).toString()
  expect(text).toBe('\uFEFF单位,"a,b","say ""x""","two\nlines"\r\n\'=1+1,\'+86,\'-5,\'@x\r\n')
})
