import { type MatterReport, type MatterSection, matterFieldNames, matterSectionNames } from '../../../policy/matter.ts'
import { type PlanSection, planSectionNames, planSections } from '../../../policy/plan.ts'
import { fieldNames } from '../../../policy/plan-fields.ts'
import type { Text } from '../../../shared/words.ts'
import type { Draft } from '../../../ui/use-autosave.ts'
import { words } from '../words.ts'

type FoundGap = { readonly section: MatterSection; readonly field: string; readonly text: Text }

/** A gap with its place in words: 方案调整 资金使用方案 第 3 行 省资金(元)：… */
export function gapInPlace({ section, field, text }: FoundGap): Text {
  const [first = '', ...rest] = field.split('.')
  const parts: Text[] = [matterSectionNames[section]]
  if (section === 'report') parts.push(matterFieldNames[first as keyof MatterReport] ?? { zh: '', en: '' })
  else if (first === 'inForceFrom') parts.push(words.inForceFrom)
  else if (planSections.includes(first as PlanSection)) {
    parts.push(planSectionNames[first as PlanSection])
    for (const part of rest) {
      if (/^\d+$/.test(part)) {
        const no = Number(part) + 1
        parts.push({ zh: words.rowNo.zh(no), en: words.rowNo.en(no) })
      } else if (part !== 'rows') parts.push(fieldNames[part] ?? { zh: part, en: part })
    }
  }
  const said = parts.filter((part) => part.zh !== '')
  return {
    zh: `${said.map((part) => part.zh).join(' ')}：${text.zh}`,
    en: `${said.map((part) => part.en).join(', ')}: ${text.en}`,
  }
}

/** What is wrong with the fields of a section: what the check found, and what the last save refused. */
export function fieldErrors(
  section: MatterSection,
  draft: Pick<Draft<unknown>, 'state'>,
  gaps: readonly FoundGap[],
  say: (text: Text) => string,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const gap of gaps) if (gap.section === section && gap.field !== '') errors[gap.field] = say(gap.text)
  if (draft.state.kind === 'refused') {
    for (const { field, zh, en } of draft.state.error.fields) {
      errors[field.replace(/^content\.(sections\.)?/, '')] = say({ zh, en })
    }
  }
  return errors
}
