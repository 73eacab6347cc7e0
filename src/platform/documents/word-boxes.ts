import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from 'docx'
import { type Face, runsOf, size, textWidth } from './look.ts'
import type { Lie, OpinionBox } from './paper.ts'
import { align, grid } from './word-tables.ts'

/** Boxes for opinions, two to a line, as tall as a seal needs (at least 50 mm). */
export function boxesOf(boxes: readonly OpinionBox[], lie: Lie): Table {
  const perLine = Math.min(boxes.length, boxes.length === 3 || lie === 'landscape' ? 3 : 2)
  const width = Math.floor(textWidth(lie) / perLine)
  const rows: TableRow[] = []
  for (let at = 0; at < boxes.length; at += perLine) {
    const some: (OpinionBox | null)[] = boxes.slice(at, at + perLine)
    while (some.length < perLine) some.push(null)
    rows.push(
      new TableRow({
        cantSplit: true,
        height: { value: 2900, rule: HeightRule.ATLEAST },
        children: some.map(
          (box) =>
            new TableCell({
              width: { size: width, type: 'dxa' },
              verticalAlign: VerticalAlignTable.TOP,
              children: box ? insideBox(box, at + perLine < boxes.length) : [new Paragraph({})],
            }),
        ),
      }),
    )
  }
  return new Table({
    width: { size: width * perLine, type: 'dxa' },
    columnWidths: Array.from({ length: perLine }, () => width),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: grid,
    margins: { top: 80, bottom: 80, left: 140, right: 140 },
    rows,
  })
}

/** `keepNext`: another line of boxes follows. */
function insideBox({ title, lines, seal, on }: OpinionBox, keepNext: boolean): Paragraph[] {
  const say = (text: string, face: Face, to: keyof typeof align, before = 0) =>
    new Paragraph({
      alignment: align[to],
      keepNext,
      spacing: { before, line: 360 },
      children: runsOf(text, face, size.small),
    })
  return [
    say(title, 'head', 'left'),
    ...(lines.length > 0 ? lines : ['']).map((text) => say(text, 'body', 'left')),
    say(seal, 'body', 'right', Math.max(0, 1100 - lines.length * 360)),
    say(on, 'body', 'right'),
  ]
}
