import type { FormContent, FormSection } from '../../../policy/forms.ts'
import { forms } from '../../../policy/forms.ts'
import type { Reply } from '../../../ui/api.ts'
import type { Tone } from '../../../ui/Values.tsx'
import type { SectionView, showFiling } from '../contract.ts'

export type FilingView = Reply<typeof showFiling>
export type Part = FormContent[string]

export const stateTones: Readonly<Record<FilingView['state'], Tone>> = {
  draft: 'neutral',
  submitted: 'active',
  returned: 'warning',
  approved: 'good',
  recorded: 'good',
}

export function sectionsOf(filing: Pick<FilingView, 'kind'>): readonly FormSection[] {
  return forms[filing.kind]
}

export function sectionIn(filing: FilingView, id: string): SectionView {
  const found = filing.sections.find((one) => one.section === id)
  if (!found) throw new Error(`the filing has no section ${id}`)
  return found
}

/** The name of a park in this filing; its id where the batch no longer has it. */
export function parkNameIn(filing: Pick<FilingView, 'parks'>): (parkId: string) => string {
  return (parkId) => filing.parks.find((park) => park.parkId === parkId)?.name ?? parkId
}

export function actionIn(filing: FilingView, name: string) {
  return filing.actions.find((one) => one.action === name)
}
