import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Count, Money } from '../../../../ui/Values.tsx'
import type { FilingView } from '../../course/contract.ts'
import { words } from '../words.ts'
import { awardOf, livePlan } from './plan-view.ts'

/** How much a plan says, before it is submitted. */
export function PlanSummary({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const content = livePlan(filing, {})
  return (
    <KeyValue
      columns={1}
      facts={[
        { label: t.award, value: <Money fen={awardOf(filing)} /> },
        { label: t.plannedServices, value: <Count value={content.services.rows.length} /> },
        {
          label: t.agenciesAndProducts,
          value: `${content.agencies.agencies.length} / ${content.agencies.products.length}`,
        },
        { label: t.fundLines, value: <Count value={content['fund-lines'].rows.length} /> },
        { label: t.targets, value: <Count value={content.targets.rows.length} /> },
        { label: t.enterprises, value: <Count value={content.enterprises.rows.length} /> },
      ]}
    />
  )
}
