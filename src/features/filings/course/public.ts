export { type RecordedForm, recordedForm } from './content-store.ts'
export { lockCourseFiling, readCourseFiling } from './course-filing.ts'
export type {
  ChangeInWords,
  CourseFiling,
  Done,
  FilingContent,
  FrozenContent,
  Gap,
  Kind,
  Kinds,
  OpenedFiling,
  SectionImport,
  SectionTakenIn,
} from './kind.ts'
export { beginFiling } from './open-filing.ts'
export { recording, takeOnRecord } from './record-filing.ts'
export { courseRoutes } from './routes.ts'
export { contentHash, moveDueAt } from './store.ts'
export {
  type FilingRow,
  type GivenOpinion,
  listVersions,
  opinionsOn,
  showFiling,
  type VersionRow,
  versionContent,
} from './views.ts'
