import { type PlanSection, planSectionNames } from '../../../policy/plan.ts'
import type { Text } from '../../../shared/words.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useView } from '../../../ui/api.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../ui/url.ts'
import { checkPlan } from '../../plans/contract.ts'
import { words } from '../words.ts'

/** What the rules let pass and a reviewer should look at: exceptions with their reason, related agencies, a low share. */
export function ReviewHints({ pilotId }: { pilotId: string }) {
  const t = useWords(words)
  const check = useView(checkPlan, { params: { pilotId } })
  const hints = (check.data?.gaps ?? []).filter((gap) => gap.severity === 'warning')
  if (hints.length === 0) return null
  return (
    <section className="panel" aria-label={t.hints}>
      <div className="section-head">
        <h2>{t.hints}</h2>
      </div>
      <ul className="review-hints">
        {hints.map((gap) => (
          <Hint key={`${gap.section}-${gap.field}-${gap.code}`} {...gap} />
        ))}
      </ul>
    </section>
  )
}

type HintProps = { section: PlanSection; field: string; text: Text; clause: string | null }

function Hint({ section, field, text, clause }: HintProps) {
  const say = useText()
  const { path, search } = useUrl()
  const to = `${path}${stringifySearch({ ...search, section, field: field === '' ? null : `${section}.${field}` })}`
  return (
    <li>
      <AppLink to={to}>{say(planSectionNames[section])}</AppLink> {say(text)} <span className="clause">{clause}</span>
    </li>
  )
}
