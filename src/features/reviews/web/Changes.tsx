import { type PlanSection, planSectionNames } from '../../../policy/plan.ts'
import { changeWords } from '../../../policy/plan-change-words.ts'
import type { ChoiceFacts } from '../../../policy/plan-tables.ts'
import type { Text } from '../../../shared/words.ts'
import { ChangeList } from '../../../ui/ChangeList.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { words } from '../words.ts'
import type { ReviewView } from './review-view.ts'

type Props = { review: ReviewView; was: ChoiceFacts; is: ChoiceFacts; formerNo: number }

/** Field by field what changed since the version before, and which sections did not change at all. */
export function Changes({ review, was, is, formerNo }: Props) {
  const t = useWords(words)
  const say = useText()
  const changes = review.changes ?? []
  const unchanged = review.unchangedSections.map((section) => say(planSectionNames[section as PlanSection]))
  return (
    <section className="panel" aria-label={t.changes(formerNo)}>
      <div className="section-head">
        <h2>
          {t.changes(formerNo)} <span className="soft review-count">{t.changeCount(changes.length)}</span>
        </h2>
      </div>
      <ChangeList
        changes={changes.map((change) => {
          const section = change.section as PlanSection
          const path = change.field.slice(section.length + 1)
          const { label, before, after } = changeWords({ section, path, kind: change.kind }, was, is)
          return { field: change.field, label: labelled(label, change.kind), before: say(before), after: say(after) }
        })}
      />
      {unchanged.length > 0 ? <p className="review-unchanged">{t.unchanged(unchanged.join('、'))}</p> : null}
    </section>
  )
}

/** A row that came or went says so; a changed field is seen by its values. */
function labelled(label: Text, kind: 'changed' | 'added' | 'removed' | 'reordered'): Text {
  const said = kind === 'added' ? words.rowAdded : kind === 'removed' ? words.rowRemoved : null
  return said ? { zh: `${label.zh}(${said.zh})`, en: `${label.en} (${said.en})` } : label
}
