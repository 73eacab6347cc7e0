// What the screens of the kinds of filing, and of other features, are made of.

export { FilingScreen } from './FilingScreen.tsx'
export { fieldErrors } from './field-errors.ts'
export { contentOf, parkNameIn, type SectionName, sectionIn, stateTones } from './filing-view.ts'
export { ImportRows } from './ImportRows.tsx'
export type { EditorProps, JudgeProps, KindScreens, PaperAsked, Place, ReaderProps } from './kind-screens.ts'
export { ReadSection } from './ReadSection.tsx'
export { draftOf, type FilingDrafts, type SectionDraft } from './use-drafts.ts'
export { useFormerContent } from './use-former.ts'
export { type Marks, opinionKey } from './use-marks.ts'
export { WrittenSection } from './WrittenSection.tsx'
