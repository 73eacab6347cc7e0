import type { Filing, FilingKind } from '../../policy/filing.ts'
import type { Bureau } from '../../policy/roles.ts'
import type { FilingRow } from './views.ts'

export {
  addOpinion,
  freezeVersion,
  lockFiling,
  lockFilingOf,
  openFiling,
  saveSection,
  saveState,
} from './store.ts'
export type { FilingRow, FilingState, SectionRow, VersionRow } from './views.ts'
export { filingIdOf, listVersions, opinionsByVersion, opinionsOn, showFiling, versionContent } from './views.ts'

/** A filing as the policy judges it. Opinions on a version that came back no longer bind. */
export function asPolicy(row: FilingRow, reviewers: readonly Bureau[]): Filing {
  return {
    kind: row.kind as FilingKind,
    state: row.state,
    openSections: row.sections.filter((section) => section.open).map((section) => section.section),
    reviewers,
    opinions: row.state === 'draft' ? [] : row.opinions,
    makers: row.makers,
  }
}
