import type { EvaluationForm } from '../evaluation-rules.ts'
import { zj2023Evaluations } from './zj-2023-evaluation.ts'

const cited = { clause: 'H7', source: 'inferred' } as const

/** The notice names one overall evaluation after two years and no form: parts, items and vetoes of 2023, under its own clause. */
export const zj2025Evaluations: readonly EvaluationForm[] = zj2023Evaluations.map((form) => ({
  ...form,
  ...cited,
  id: 'zj-2025',
  zh: '总体绩效评价表',
  en: 'Overall evaluation form',
  of: ['final-evaluation'],
  parts: form.parts.map((part) => ({
    ...part,
    ...cited,
    items: part.items.map((item) => ({ ...item, ...cited })),
  })),
  vetoes: form.vetoes.map((veto) => ({ ...veto, ...cited })),
}))
