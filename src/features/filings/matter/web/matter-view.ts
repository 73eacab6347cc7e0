import { changesBetween } from '../../../../policy/plan/changes.ts'
import {
  type MatterReport,
  type MatterSection,
  matterFieldNames,
  matterSectionNames,
} from '../../../../policy/plan/matter.ts'
import { type PlanContent, type PlanSection, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import type { Text } from '../../../../shared/words.ts'
import type { Reply } from '../../../../ui/api.ts'
import type { GapView } from '../../course/contract.ts'
import type { SectionName } from '../../course/web/public.ts'
import { placed, placeOf } from '../../plan/web/public.ts'
import type { showMatter } from '../contract.ts'
import { words } from '../words.ts'

export type MatterView = Reply<typeof showMatter>

export const sectionNames: readonly SectionName[] = (Object.keys(matterSectionNames) as MatterSection[]).map((id) => ({
  id,
  ...matterSectionNames[id],
}))

/** A change as it is sent: only the sections that differ from the version it is drawn against; `basedOn` null asks for none. */
export type SentChange = {
  readonly basedOn: string | null
  readonly inForceFrom: string | null
  readonly sections: Partial<PlanContent>
}

export const noChange: SentChange = { basedOn: null, inForceFrom: null, sections: {} }

/** The part of a section that a person writes; of a change that was saved with the whole plan, its sections. */
export function writtenPart(content: unknown): unknown {
  const part = content as MatterReport | SentChange | (Omit<SentChange, 'sections'> & { content: PlanContent | null })
  if (!('content' in part)) return part
  return { basedOn: part.content && part.basedOn, inForceFrom: part.inForceFrom, sections: part.content ?? {} }
}

/** The version of the plan that a change is drawn against. */
export function baseOf(matter: MatterView, { basedOn }: Pick<SentChange, 'basedOn'>) {
  return matter.base && matter.base.id === basedOn ? matter.base : matter.inForce
}

/** The plan as the change wants it; null where it asks for none. */
export function changedPlan(matter: MatterView, change: SentChange): PlanContent | null {
  if (change.basedOn === null) return null
  return { ...(baseOf(matter, change).content as PlanContent), ...change.sections }
}

/** Only the sections in which `after` differs from `before`. */
export function touchedSections(before: PlanContent, after: PlanContent): Partial<PlanContent> {
  const touched = new Set(changesBetween(before, after).map((one) => one.section))
  return Object.fromEntries([...touched].map((section) => [section, after[section]]))
}

/** A gap with its place in words: 方案调整 资金使用方案 第 3 行 省级资金(元)：… */
export function gapInPlace({ section, field, text }: GapView): Text {
  const [first = '', ...rest] = field.split('.')
  const place: Text[] = [matterSectionNames[section as MatterSection]]
  const isPlanSection = planSections.some((one) => one === first)
  if (section === 'report') place.push(...[matterFieldNames[first as keyof MatterReport] ?? []].flat())
  else if (first === 'inForceFrom') place.push(words.inForceFrom)
  else if (isPlanSection) place.push(planSectionNames[first as PlanSection], ...placeOf(rest.join('.')))
  return placed(place, text)
}

/** Errors without the name of their section: `change.targets.rows.0.weight` → `targets.rows.0.weight`. */
export function insideSection(
  section: MatterSection,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  const bare = (name: string) => name.slice(section.length + 1).replace(/^sections\./, '')
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [bare(name), text]))
}
