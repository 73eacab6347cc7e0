import { type PlanSection, planSectionNames } from '../../../../policy/plan/plan.ts'
import { fieldNames } from '../../../../policy/plan/plan-fields.ts'
import { isServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import type { Text } from '../../../../shared/words.ts'
import type { GapView } from '../../course/contract.ts'
import { words } from '../words.ts'

/** A gap of a plan with its place in words: 资金使用方案 第 3 行 用途：… */
export function gapInPlace({ section, field, text }: GapView): Text {
  return placed([planSectionNames[section as PlanSection], ...placeOf(field)], text)
}

/** Where in a section of a plan a field stands, in words: `rows.2.purpose` → 第 3 行, 用途. */
export function placeOf(path: string): Text[] {
  const [list = '', index = '', field = ''] = path.split('.')
  const parts: Text[] = []
  if (list !== 'rows' && list !== '') parts.push(fieldNames[list] ?? { zh: list, en: list })
  if (list === 'fewAgenciesReasons' && isServiceKind(index)) parts.push(serviceKinds[index])
  if (/^\d+$/.test(index)) {
    const row = Number(index) + 1
    parts.push({ zh: words.rowNo.zh(row), en: words.rowNo.en(row) })
  }
  if (field !== '') parts.push(fieldNames[field] ?? { zh: field, en: field })
  return parts
}

/** A text after its place. */
export function placed(place: readonly Text[], text: Text): Text {
  const zh = place.map((part) => part.zh).join(' ')
  const en = place.map((part) => part.en).join(', ')
  return { zh: `${zh}：${text.zh}`, en: `${en}: ${text.en}` }
}
