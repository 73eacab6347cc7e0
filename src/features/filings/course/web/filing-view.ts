import type { Text } from '../../../../shared/words.ts'
import type { Tone } from '../../../../ui/Values.tsx'
import type { FilingView, SectionView } from '../contract.ts'

export const stateTones: Readonly<Record<FilingView['state'], Tone>> = {
  draft: 'neutral',
  submitted: 'active',
  returned: 'warning',
  approved: 'good',
  recorded: 'good',
}

export function sectionIn(filing: FilingView, id: string): SectionView {
  const found = filing.sections.find((one) => one.section === id)
  if (!found) throw new Error(`the filing has no section ${id}`)
  return found
}

/** What a section says: in the version shown, or as it stands while nothing was submitted. */
export function contentOf(filing: FilingView, id: string): unknown {
  return filing.viewed?.content[id] ?? sectionIn(filing, id).content
}

/** Whether what is shown is the newest there is, so that somebody may act on it. */
export function isNewest({ viewed, versions }: FilingView): boolean {
  return viewed === null || versions[0]?.no === viewed.no
}

export function shownVersion({ viewed, versions }: FilingView) {
  return versions.find((one) => one.no === viewed?.no)
}

/** A section of a kind by its name. */
export type SectionName = Text & { readonly id: string }

export function nameIn(sections: readonly SectionName[], id: string): Text {
  return sections.find((one) => one.id === id) ?? { zh: id, en: id }
}

/** The name of a park in this filing; its id where the batch no longer has it. */
export function parkNameIn(filing: Pick<FilingView, 'parks'>): (parkId: string) => string {
  return (parkId) => filing.parks.find((park) => park.parkId === parkId)?.name ?? parkId
}
