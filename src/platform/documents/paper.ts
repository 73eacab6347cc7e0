import type { Language } from '../../shared/words.ts'
import type { FormColumn } from '../workbook/form-body.ts'
import type { ExportValue } from '../workbook/values.ts'

/** A4 of its own for what follows, until the next one: wide tables lie across. */
export type Lie = 'portrait' | 'landscape'

/** A table whose heads repeat on every page; neighbours of one `group` stand under a common heading. */
export type PaperTable = {
  readonly kind: 'table'
  /** Names the sheet of the workbook; stands above the table where `caption` is given. */
  readonly name: string
  readonly caption?: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly ExportValue[])[]
  /** A last row in bold: sums. */
  readonly sums?: readonly ExportValue[]
  readonly notes?: readonly string[]
}

/** A box for an opinion and the seal on it: what was said, by whom, and the day; empty ones are filled in by hand. */
export type OpinionBox = {
  readonly title: string
  readonly lines: readonly string[]
  readonly seal: string
  readonly on: string
}

export type PaperBlock =
  | { readonly kind: 'lie'; readonly lie: Lie }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** One or more paragraphs, parted by line breaks. */
  | { readonly kind: 'text'; readonly text: string }
  /** The addressee, flush left before the text. */
  | { readonly kind: 'addressee'; readonly text: string }
  /** Label and value in a grid, `perLine` pairs a line. */
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [string, string])[]; readonly perLine: 1 | 2 | 3 }
  | PaperTable
  /** Side by side, as tall as seals are. */
  | { readonly kind: 'boxes'; readonly boxes: readonly OpinionBox[] }
  /** Who signs at the end, each with room for a seal, and the day. Several sign jointly, the host first. */
  | { readonly kind: 'signed'; readonly units: readonly string[]; readonly on: string }
  /** `填报人：` and the like, spread over the width. */
  | { readonly kind: 'hands'; readonly texts: readonly string[] }

/** A paper in the layout of GB/T 9704: what stands on it, not how it looks. */
export type PaperContent = {
  /** A line break parts a long title where it reads well. */
  readonly title: string
  /** Below the title: who files (left), for when (centre), in which unit of money (right). */
  readonly subtitle: { readonly left: string; readonly centre?: string; readonly right?: string } | null
  readonly lie: Lie
  readonly blocks: readonly PaperBlock[]
  /** `第 &P 页 共 &N 页`, for the workbook. */
  readonly page: string
  /** `填报人：` and the like above the tables of the workbook. */
  readonly signatures: readonly string[]
}

/** The paper with what is known only when it is handed out. */
export type Paper = PaperContent & {
  /** Stands at the head of every page of what is not final, or stands no longer. */
  readonly draft: string | null
  /** In which it is written. */
  readonly language: Language
  /** Small at the foot of every page, beside the page's number: which paper it is, and how to verify it. */
  readonly foot: string
}

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
