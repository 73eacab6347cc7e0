import { listed, type Text } from '../../shared/words.ts'
import { isServiceKind, serviceKinds } from '../records/service-kinds.ts'
import type { PlanSection } from './plan.ts'
import { planSectionNames } from './plan.ts'
import { fieldNames } from './plan-fields.ts'
import {
  type ChoiceFacts,
  type PlanListName,
  type PlanRow,
  planLists,
  rowsOf,
  rowText,
  valueText,
} from './plan-tables.ts'

/** A change as `changesBetween` finds it: what is needed to put it into words. */
type FoundChange = {
  readonly section: PlanSection
  /** Path inside the section: `rows.<row id>.quantity`, `rows.<row id>`, `rows`, `summary`, `fewAgenciesReasons.talent`. */
  readonly path: string
  readonly kind: 'changed' | 'added' | 'removed' | 'reordered'
}

export type ChangeWords = { readonly label: Text; readonly before: Text; readonly after: Text }

const none: Text = { zh: '', en: '' }

/** Which field of which row, what stood there and what stands there now, in both languages. `was` and `is`: the two contents. */
export function changeWords({ section, path, kind }: FoundChange, was: ChoiceFacts, is: ChoiceFacts): ChangeWords {
  const [list = '', id = '', field = ''] = path.split('.')
  const found = planLists[section].find((one) => one.name === list)
  const listName = list === 'rows' || list === '' ? null : (fieldNames[list] ?? null)
  if (!found) return plainChange(section, list, id, was, is)
  if (kind === 'reordered') {
    const order = (facts: ChoiceFacts) =>
      listed(rowsOf(facts.content, section, found.name).map((row) => nameOf(section, found.name, row, facts)))
    return {
      label: join(planSectionNames[section], listName, { zh: '行的顺序', en: 'Order of the rows' }),
      before: order(was),
      after: order(is),
    }
  }
  const before = rowOf(was, section, found.name, id)
  const after = rowOf(is, section, found.name, id)
  const name = after ? nameOf(section, found.name, after, is) : before ? nameOf(section, found.name, before, was) : none
  const column = found.columns.find((one) => one.key === field)
  if (column) {
    return {
      label: join(planSectionNames[section], listName, name, column.title),
      before: before ? valueText(column, before[field], was, before) : none,
      after: after ? valueText(column, after[field], is, after) : none,
    }
  }
  const whole = (row: PlanRow | undefined, facts: ChoiceFacts) => {
    if (!row) return none
    const values = found.columns.map((one) => ({ title: one.title, value: valueText(one, row[one.key], facts, row) }))
    const texts = values.filter((one) => one.value.zh !== '')
    return {
      zh: texts.map((one) => `${one.title.zh}：${one.value.zh}`).join('；'),
      en: texts.map((one) => `${one.title.en}: ${one.value.en}`).join('; '),
    }
  }
  return { label: join(planSectionNames[section], listName, name), before: whole(before, was), after: whole(after, is) }
}

/** A field that stands in no list: the summary, the file, a reason. */
function plainChange(section: PlanSection, key: string, inner: string, was: ChoiceFacts, is: ChoiceFacts): ChangeWords {
  const valueIn = (facts: ChoiceFacts): Text => {
    const content = facts.content[section] as unknown as Readonly<Record<string, unknown>>
    const shown = key === 'fileId' ? content.fileName : content[key]
    const value =
      inner && shown && typeof shown === 'object' ? (shown as Readonly<Record<string, unknown>>)[inner] : shown
    return value === null || value === undefined || typeof value === 'object'
      ? none
      : { zh: String(value), en: String(value) }
  }
  const part = inner === '' ? null : isServiceKind(inner) ? serviceKinds[inner] : { zh: inner, en: inner }
  return {
    label: join(planSectionNames[section], fieldNames[key] ?? null, part),
    before: valueIn(was),
    after: valueIn(is),
  }
}

function rowOf(facts: ChoiceFacts, section: PlanSection, list: PlanListName, id: string): PlanRow | undefined {
  return rowsOf(facts.content, section, list).find((row) => row.id === id)
}

function nameOf(section: PlanSection, list: PlanListName, row: PlanRow, facts: ChoiceFacts): Text {
  const name = rowText(section, list, row, facts)
  const number = rowsOf(facts.content, section, list).indexOf(row) + 1
  return name.zh === '' ? { zh: `第 ${number} 行`, en: `Row ${number}` } : name
}

function join(...parts: readonly (Text | null)[]): Text {
  const said = parts.filter((part): part is Text => part !== null && part.zh !== '')
  return { zh: said.map((one) => one.zh).join(' · '), en: said.map((one) => one.en).join(' · ') }
}
