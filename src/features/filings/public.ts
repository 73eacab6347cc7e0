import type { Edition } from '../../policy/edition.ts'
import { obligationOf } from '../../policy/edition.ts'
import type { Filing } from '../../policy/filing.ts'
import type { FilingKind } from '../../policy/filing-kinds.ts'
import type { FilingRow } from './views.ts'

export { type RecordedForm, recordedForm } from './content-store.ts'
export type { Done, Duty, KindHooks } from './kind-hooks.ts'
export { type OwedForm, owedAndFiled } from './owed-views.ts'
export { disbursementPlanOf, type PlannedTranche } from './planned-store.ts'
export { recordingOf, saveRecording } from './recordings.ts'
export {
  addOpinion,
  contentHash,
  freezeVersion,
  lockFiling,
  lockFilingOf,
  moveDueDay,
  openFiling,
  saveSection,
  saveState,
} from './store.ts'
export type { FilingRow, GivenOpinion, SectionRow, VersionRow } from './views.ts'
export { filingIdOf, listVersions, opinionsByVersion, opinionsOn, showFiling, versionContent } from './views.ts'

/** A filing as the policy judges it, by the rules of its edition. Opinions on a version that came back no longer bind. */
export function asPolicy(row: FilingRow, edition: Edition): Filing {
  const kind = row.kind as FilingKind
  return {
    kind,
    rule: obligationOf(edition, kind),
    state: row.state,
    openSections: row.sections.filter((section) => section.open).map((section) => section.section),
    opinions: row.state === 'draft' ? [] : row.opinions,
    makers: row.makers,
  }
}
