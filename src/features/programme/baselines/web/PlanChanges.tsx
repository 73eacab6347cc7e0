import { changesBetween, unchangedSections } from '../../../../policy/plan/changes.ts'
import { type PlanSection, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import { changeWords } from '../../../../policy/plan/plan-change-words.ts'
import type { ChoiceFacts } from '../../../../policy/plan/plan-tables.ts'
import type { Text } from '../../../../shared/words.ts'
import { ChangeList } from '../../../../ui/ChangeList.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { words as uiWords } from '../../../../ui/words.ts'
import { planWords } from '../words.ts'

type PlanChangesProps = {
  was: ChoiceFacts
  is: ChoiceFacts
  /** The sections that there are to change; all of a plan if left out. */
  among?: readonly PlanSection[]
}

/** Field by field what differs between two contents of a plan, and which sections do not differ at all. */
export function PlanChanges({ was, is, among = planSections }: PlanChangesProps) {
  const t = useWords(planWords)
  const say = useText()
  const changes = changesBetween(was.content, is.content)
  const unchanged = changes.length > 0 ? unchangedSections(changes).filter((one) => among.includes(one)) : []
  return (
    <>
      <ChangeList
        changes={changes.map((change) => {
          const { label, before, after } = changeWords(change, was, is)
          const field = `${change.section}.${change.path}`
          return { field, label: labelled(label, change.kind), before: say(before), after: say(after) }
        })}
      />
      {unchanged.length > 0 ? (
        <p className="plan-unchanged">
          {t.unchangedSections(unchanged.map((one) => say(planSectionNames[one])).join(t.comma))}
        </p>
      ) : null}
    </>
  )
}

/** A row that came or went says so; a changed field is seen by its values. */
function labelled(label: Text, kind: 'changed' | 'added' | 'removed' | 'reordered'): Text {
  const said = kind === 'added' ? uiWords.rowAdded : kind === 'removed' ? uiWords.rowRemoved : null
  return said ? { zh: `${label.zh}（${said.zh}）`, en: `${label.en} (${said.en})` } : label
}
