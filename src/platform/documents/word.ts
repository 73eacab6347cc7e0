import { setImmediate } from 'node:timers/promises'
import {
  AlignmentType,
  Document,
  type FileChild,
  type ISectionOptions,
  Packer,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
} from 'docx'
import type { Language } from '../../shared/words.ts'
import { cleanText } from '../workbook/values.ts'
import { exactly, type Face, linePitch, pageOf, running, runsOf, size, textWidth } from './look.ts'
import type { Lie, Paper, PaperBlock } from './paper.ts'
import { boxesOf } from './word-boxes.ts'
import { footerOf, headerOf } from './word-edges.ts'
import { factsOf, noBorders, tableOf } from './word-tables.ts'

/**
 * The paper as a Word document in the layout of GB/T 9704; the fonts are named, not embedded. The docx library writes the file;
 * the blocks are hand-written because no library knows that layout, and templates drift from the forms (docs/decisions/0018).
 */
export async function writeWord(paper: Paper): Promise<Buffer> {
  const parts = sectionsOf(paper)
  const document = new Document({
    title: cleanText(paper.title.replaceAll('\n', '')),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    sections: parts.map(({ lie, blocks }, at): ISectionOptions => {
      const head = at === 0 ? headOf(paper, lie) : []
      const header = { default: headerOf(paper), even: headerOf(paper) }
      return {
        properties: { page: pageOf(lie), type: SectionType.NEXT_PAGE },
        headers: header,
        footers: { default: footerOf(paper, lie, 'right'), even: footerOf(paper, lie, 'left') },
        children: [
          ...head,
          ...blocks.flatMap((block, at) =>
            drawn(block, { lie, language: paper.language, keep: isClosing(blocks, at + 1) }),
          ),
        ],
      }
    }),
  })
  // Drawing and packing take the whole thread: whoever waits comes between them.
  await setImmediate()
  return Packer.toBuffer(document)
}

/** What lies one way without a break between. */
function sectionsOf({ lie, blocks }: Paper): { lie: Lie; blocks: PaperBlock[] }[] {
  const parts: { lie: Lie; blocks: PaperBlock[] }[] = [{ lie, blocks: [] }]
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.kind !== 'lie') last?.blocks.push(block)
    else if (last && last.blocks.length === 0) last.lie = block.lie
    else if (last?.lie !== block.lie) parts.push({ lie: block.lie, blocks: [] })
  }
  return parts.filter((part, at) => at === 0 || part.blocks.length > 0)
}

function headOf({ title, subtitle }: Paper, lie: Lie): Paragraph[] {
  const lines = title.split('\n')
  const titles = lines.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(700), after: at === lines.length - 1 ? 240 : 0 },
        keepNext: true,
        children: runsOf(text, 'title', size.title),
      }),
  )
  if (!subtitle) return titles
  const { left, centre = '', right = '' } = subtitle
  const width = textWidth(lie)
  return [
    ...titles,
    new Paragraph({
      tabStops: [
        { type: TabStopType.CENTER, position: Math.floor(width / 2) },
        { type: TabStopType.RIGHT, position: width },
      ],
      spacing: { after: 100 },
      keepNext: true,
      children: runsOf([left, centre, right].join('\t'), 'body', size.small),
    }),
  ]
}

/** Names, seals and boxes at the end never stand alone on a page, with or without their heading. */
function isClosing(blocks: readonly PaperBlock[], at: number): boolean {
  const kind = blocks[at]?.kind
  return kind === 'signed' || kind === 'hands' || kind === 'boxes' || (kind === 'heading' && isClosing(blocks, at + 1))
}

/** `keep`: its end stays on the page of the block that follows. */
type Drawing = { readonly lie: Lie; readonly keep: boolean; readonly language: Language }

function drawn(block: PaperBlock, { lie, keep, language }: Drawing): FileChild[] {
  switch (block.kind) {
    case 'lie':
      return []
    case 'heading':
      return [headingOf(block)]
    case 'addressee':
      return [
        new Paragraph({
          spacing: exactly(linePitch),
          keepNext: true,
          children: runsOf(block.text, 'body', size.body),
        }),
      ]
    case 'text':
      return textsOf(block.text, keep)
    case 'facts':
      return [factsOf(block, lie, keep), gap(120, keep)]
    case 'table': {
      const { table, below } = tableOf(block, lie, { keep, language })
      const notes = [...(block.notes ?? []), ...below]
      return [
        ...(block.caption ? [small(block.caption, 'head', 120)] : []),
        gap(80, true),
        table,
        ...notes.map((note, at) => small(note, 'body', 60, keep && at === notes.length - 1)),
        gap(120, keep),
      ]
    }
    case 'boxes':
      return [gap(200, true), boxesOf(block.boxes, lie), gap(60, keep)]
    case 'hands':
      return [handsOf(block.texts, lie, keep)]
    case 'signed':
      return signedBy(block, lie, keep)
  }
}

function textsOf(text: string, keep: boolean): Paragraph[] {
  const texts = text.split(/\n+/).filter((one) => one.trim() !== '')
  return texts.map(
    (one, at) =>
      new Paragraph({
        ...running,
        keepNext: keep && at === texts.length - 1,
        children: runsOf(one.trim(), 'body', size.body),
      }),
  )
}

const headingFaces: Readonly<Record<1 | 2 | 3, Face>> = { 1: 'head', 2: 'subhead', 3: 'body' }

function headingOf({ level, text }: Extract<PaperBlock, { kind: 'heading' }>): Paragraph {
  return new Paragraph({
    ...running,
    keepNext: true,
    outlineLevel: level - 1,
    children: runsOf(text, headingFaces[level], size.body),
  })
}

function small(text: string, face: Face, before: number, keep = face === 'head'): Paragraph {
  return new Paragraph({
    spacing: { before, after: 60 },
    keepNext: keep,
    children: runsOf(text, face, face === 'head' ? size.small : 21),
  })
}

/** An empty line of little height: two tables one after the other would grow together. */
function gap(height: number, keepNext = false): Paragraph {
  return new Paragraph({ spacing: exactly(height), keepNext, children: [] })
}

function handsOf(texts: readonly string[], lie: Lie, keepNext: boolean): Paragraph {
  const width = textWidth(lie)
  const stops = texts.slice(1).map((_, at) => ({
    type: TabStopType.LEFT,
    position: Math.floor((width * (at + 1)) / texts.length),
  }))
  return new Paragraph({
    tabStops: stops,
    keepNext,
    spacing: { before: 160 },
    children: runsOf(texts.join('\t'), 'body', size.small),
  })
}

/** Below the text at the right; several units side by side, the host first, with the day in the middle below. */
function signedBy({ units, on }: Extract<PaperBlock, { kind: 'signed' }>, lie: Lie, keep: boolean): FileChild[] {
  const centred = (text: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: exactly(linePitch),
      children: runsOf(text, 'body', size.body),
    })
  const width = textWidth(lie)
  const columns =
    units.length === 1
      ? [Math.floor(width * 0.4), Math.floor(width * 0.6)]
      : units.map(() => Math.floor(width / units.length))
  const cell = (at: number, paragraphs: Paragraph[]) =>
    new TableCell({ width: { size: columns[at] ?? 0, type: 'dxa' }, children: paragraphs })
  const cells =
    units.length === 1
      ? [cell(0, [new Paragraph({})]), cell(1, [centred(units[0] ?? ''), centred(on)])]
      : units.map((unit, at) => cell(at, [centred(unit), ...(at === units.length - 1 ? [centred(on)] : [])]))
  return [
    gap(linePitch * 2, true),
    new Table({
      width: { size: columns.reduce((sum, one) => sum + one, 0), type: 'dxa' },
      columnWidths: columns,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
    gap(60, keep),
  ]
}
