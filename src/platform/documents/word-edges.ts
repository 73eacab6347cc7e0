import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import { faces, lookOf, runsOf, size } from './look.ts'
import type { Lie, Paper } from './paper.ts'

/** What stands at the head of every page: nothing, or that the paper is not final. */
export function headerOf({ draft }: Paper): Header {
  if (!draft) return new Header({ children: [new Paragraph({})] })
  const edge = { style: BorderStyle.SINGLE, size: 6, color: '7F7F7F', space: 4 } as const
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { top: edge, bottom: edge },
        children: runsOf(draft, 'head', size.page, { color: '7F7F7F' }),
      }),
    ],
  })
}

/** The number as `— 1 —`, outside: right on odd pages, left on even ones; below it what the paper can be verified by. */
export function footerOf({ foot }: Paper, _lie: Lie, side: 'left' | 'right'): Footer {
  const number = lookOf(faces.page, size.page)
  const chars = { indent: side === 'right' ? { right: 280 } : { left: 280 } }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        ...chars,
        children: [new TextRun({ ...number, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(foot, 'body', size.foot) }),
    ],
  })
}
