import type { Edition } from '../editions/edition.ts'
import { both } from '../guide/refuse.ts'
import type { PlanContent } from './plan.ts'
import { type Doubt, enterpriseDoubts, targetDoubts } from './plan-doubts.ts'
import { type Gap, gapList } from './plan-gap.ts'

/** What may stand, but looks as if it were not meant, typed or imported (G3.1): a wrong unit, yuan for 万元, a fraction for percent. */
export function doubtGaps(content: PlanContent, { edition }: { readonly edition: Edition }): Gap[] {
  return [
    ...told('targets', targetDoubts(content.targets.rows, [], edition)),
    ...told('enterprises', enterpriseDoubts(content.enterprises.rows, [])),
  ]
}

function told(section: 'targets' | 'enterprises', doubts: readonly Doubt[]): Gap[] {
  const { gaps, warning } = gapList(section)
  for (const { row, field, text } of doubts)
    warning(`rows.${row}.${field}`, 'plan.doubtful', 'G3.1', both('doubt', text))
  return gaps
}
