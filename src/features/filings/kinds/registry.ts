import type { Kinds } from '../course/public.ts'
import { finalReport, midTermReport } from '../evaluations/public.ts'
import { disbursementPlan, formPaperOf, halfYearSummary, liaisonList } from '../forms/public.ts'
import { matterKind, matterPaper } from '../matter/public.ts'
import type { DrawPapers } from '../papers/public.ts'
import { planKind, planPaper } from '../plan/public.ts'
import { returnPaper, returnTableKind } from '../return/public.ts'

/** Every kind of filing that the product knows; a new one is a row here and in `policy/filings/filing-kinds.ts`. */
export const kinds: Kinds = {
  plan: planKind,
  'target-table': returnTableKind,
  'liaison-list': liaisonList,
  'disbursement-plan': disbursementPlan,
  'half-year-summary': halfYearSummary,
  'major-matter': matterKind,
  'mid-term-evaluation': midTermReport,
  'final-evaluation': finalReport,
}

/** How each kind is drawn as its official paper. */
export const papers: DrawPapers = {
  plan: async (_, filed, said) => planPaper(filed, said),
  'target-table': returnPaper,
  'liaison-list': formPaperOf('liaison-list'),
  'disbursement-plan': formPaperOf('disbursement-plan'),
  'half-year-summary': formPaperOf('half-year-summary'),
  'major-matter': matterPaper,
  'mid-term-evaluation': formPaperOf('mid-term-evaluation'),
  'final-evaluation': formPaperOf('final-evaluation'),
}
