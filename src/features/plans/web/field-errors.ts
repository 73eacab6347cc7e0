import type { PlanSection } from '../../../policy/plan.ts'
import { planSectionNames } from '../../../policy/plan.ts'
import { fieldNames } from '../../../policy/plan-fields.ts'
import { isServiceKind, serviceKinds } from '../../../policy/service-kinds.ts'
import type { Text } from '../../../shared/words.ts'
import type { Draft } from '../../../ui/use-autosave.ts'
import { words } from '../words.ts'

type FoundGap = { readonly section: PlanSection; readonly field: string; readonly text: Text }

/** What is wrong with the fields of a section, by full name: what the check found, and what the last save refused. */
export function fieldErrors(
  section: PlanSection,
  draft: Pick<Draft<unknown>, 'state'>,
  gaps: readonly FoundGap[],
  say: (text: Text) => string,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const add = (field: string, text: string) => {
    const name = `${section}.${field}`
    errors[name] = errors[name] ? `${errors[name]} ${text}` : text
  }
  for (const gap of gaps) if (gap.section === section && gap.field !== '') add(gap.field, say(gap.text))
  if (draft.state.kind === 'refused') {
    for (const { field, zh, en } of draft.state.error.fields) add(field.replace(/^content\./, ''), say({ zh, en }))
  }
  return errors
}

/** A gap with its place in words: 资金使用方案 第 3 行 用途:… */
export function gapInPlace(gap: FoundGap): Text {
  const name = planSectionNames[gap.section]
  const [list = '', index = '', field = ''] = gap.field.split('.')
  const parts: Text[] = []
  if (list === 'agencies' || list === 'products') parts.push(fieldNames[list] ?? { zh: list, en: list })
  if (list === 'fewAgenciesReasons') {
    parts.push(fieldNames[list] ?? { zh: list, en: list })
    if (isServiceKind(index)) parts.push(serviceKinds[index])
  } else if (/^\d+$/.test(index)) {
    const row = Number(index) + 1
    parts.push({ zh: words.rowNo.zh(row), en: words.rowNo.en(row) })
  } else if (list !== '') parts.push(fieldNames[list] ?? { zh: '', en: '' })
  if (field !== '') parts.push(fieldNames[field] ?? { zh: field, en: field })
  const zh = [name, ...parts].map((part) => part.zh).join(' ')
  const en = [name, ...parts].map((part) => part.en).join(', ')
  return { zh: `${zh}:${gap.text.zh}`, en: `${en}: ${gap.text.en}` }
}
