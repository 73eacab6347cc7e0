import type { ReactNode } from 'react'
import type { Text } from '../../../../shared/words.ts'
import type { Crumb, PageTab } from '../../../../ui/Page.tsx'
import type { FilingView, GapView } from '../contract.ts'
import type { SectionName } from './filing-view.ts'
import type { FilingDrafts } from './use-drafts.ts'
import type { Marks } from './use-marks.ts'

/** `gaps`: what the check found, once somebody has asked for it. */
export type EditorProps = {
  readonly filing: FilingView
  readonly drafts: FilingDrafts
  readonly gaps: readonly GapView[]
}

/** `marks`: where sections are marked for return; null for whoever cannot return it. */
export type ReaderProps = { readonly filing: FilingView; readonly marks: Marks | null }

/** What a judge alters together with an opinion. */
export type Judgment = {
  /** Sent with the opinion. */
  readonly body: unknown
  /** Where it stands, in a few words. */
  readonly note: ReactNode
  /** What is about to be decided, for the dialog. */
  readonly summary: ReactNode
  /** Why it cannot be sent as it stands. */
  readonly because: Text | null
  readonly forget: () => void
}

export type JudgeProps = {
  readonly filing: FilingView
  readonly children: (judgment: Judgment | null) => ReactNode
}

/** The screens that a kind of filing adds to the course. */
export type KindScreens = {
  /** In their order. */
  readonly sections: (filing: FilingView) => readonly SectionName[]
  /** The sections that are open, to write; the others to read. */
  readonly Editor: (props: EditorProps) => ReactNode
  /** The version shown. */
  readonly Reader: (props: ReaderProps) => ReactNode
  /** Holds what a judge alters, around the reader and the opinion. */
  readonly Judge?: (props: JudgeProps) => ReactNode
  /** What a prepared opinion alters, for whoever signs it. */
  readonly Judged?: (props: { readonly filing: FilingView; readonly judgment: unknown }) => ReactNode
  /** What one should know before submitting it. */
  readonly Summary?: (props: { readonly filing: FilingView }) => ReactNode
  /** Under the title, before what every filing says there. */
  readonly Facts?: (props: { readonly filing: FilingView }) => ReactNode
  /** The list of its like within a pilot. */
  readonly list?: (filing: FilingView, pilotId: string) => { readonly text: Text; readonly to: string }
  /** The part of a section that a person writes; the whole of it if left out. */
  readonly written?: (content: unknown) => unknown
  /** A gap with its place in words. */
  readonly gapText?: (gap: GapView) => Text
  /** What the last approval brings, e.g. that the plan is locked. */
  readonly consequence?: (filing: FilingView) => Text
  /** The workbook beside the Word paper; null where it has none. */
  readonly workbook: (filing: FilingView, asked: PaperAsked) => string | null
  /** The check stays in view while one writes. */
  readonly checksAlways?: boolean
  /** One section at a time is written, so that `?section=` turns to it. */
  readonly bySection?: boolean
  /** Printed lying across. */
  readonly isWide?: boolean
}

export type PaperAsked = { readonly language: 'zh' | 'en'; readonly version?: number }

/** Where a filing stands among the pages: the tabs of its pilot, the way up, and the address of its Word paper. */
export type Place = {
  readonly tabs?: readonly PageTab[]
  readonly crumbs: readonly Crumb[]
  readonly word: (asked: PaperAsked) => string
}

export type ScreenProps = { readonly filing: FilingView; readonly kind: KindScreens; readonly place: Place }
