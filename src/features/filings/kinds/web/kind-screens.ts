import type { FilingKind } from '../../../../policy/filings/filing-kinds.ts'
import type { KindScreens } from '../../course/web/public.ts'
import { formKindScreens } from '../../forms/web/public.ts'
import { matterKindScreens } from '../../matter/web/public.ts'
import { planKindScreens } from '../../plan/web/public.ts'
import { tableKindScreens } from '../../return/web/public.ts'

/** The screens of every kind of filing. */
export const kindScreens: Readonly<Record<FilingKind, KindScreens>> = {
  plan: planKindScreens,
  'target-table': tableKindScreens,
  'major-matter': matterKindScreens,
  'liaison-list': formKindScreens,
  'disbursement-plan': formKindScreens,
  'half-year-summary': formKindScreens,
  'mid-term-evaluation': formKindScreens,
  'final-evaluation': formKindScreens,
}
