import { indicatorOf } from '../../../policy/editions/edition.ts'
import { type MatterReport, matterFieldNames, matterKinds, matterSectionNames } from '../../../policy/plan/matter.ts'
import type { MatterChange } from '../../../policy/plan/matter-change.ts'
import { indicatorText } from '../../../policy/plan/plan-tables.ts'
import { formatYuan } from '../../../shared/money.ts'
import type { Text } from '../../../shared/words.ts'
import type { ChangeInWords } from '../course/public.ts'
import type { Duty } from '../owed/public.ts'
import { planChanges } from '../plan/public.ts'

type Content = { readonly report: MatterReport; readonly change: MatterChange }

const same = (text: string): Text => ({ zh: text, en: text })
const nothing = same('')

/** Field by field what a resubmitted matter says differently: its report, and the plan it asks for. */
export function matterChanges(before: Content, after: Content, duty: Duty): ChangeInWords[] {
  return [...reportChanges(before.report, after.report, duty), ...changeChanges(before.change, after.change, duty)]
}

function reportChanges(before: MatterReport, after: MatterReport, duty: Duty): ChangeInWords[] {
  const fields = Object.keys(after) as (keyof MatterReport)[]
  return fields.flatMap((field) => {
    const [was, is] = [fieldText(before, field, duty), fieldText(after, field, duty)]
    if (was.zh === is.zh) return []
    return [
      {
        section: 'report',
        kind: 'changed',
        path: `report.${field}`,
        label: matterFieldNames[field],
        before: was,
        after: is,
      },
    ]
  })
}

function fieldText(report: MatterReport, field: keyof MatterReport, { batch }: Duty): Text {
  switch (field) {
    case 'kind':
      return matterKinds[report.kind]
    case 'amountFen':
      return amountText(report.amountFen)
    case 'indicators': {
      const names = report.indicators.map((code) => {
        const rule = indicatorOf(batch.edition, code)
        return rule ? indicatorText(rule) : same(code)
      })
      return { zh: names.map((one) => one.zh).join('、'), en: names.map((one) => one.en).join(', ') }
    }
    default:
      return same(report[field])
  }
}

/** Also of a text that stands in its place and is no amount. */
function amountText(amount: number | string | null): Text {
  return amount === null ? nothing : same(typeof amount === 'number' ? formatYuan(amount) : amount)
}

function changeChanges(before: MatterChange, after: MatterChange, duty: Duty): ChangeInWords[] {
  if (before.content !== null && after.content !== null)
    return planChanges(before.content, after.content, duty).map((one) => ({
      ...one,
      section: 'change',
      path: `change.${one.path}`,
    }))
  if ((before.content === null) === (after.content === null)) return []
  const added = after.content !== null
  const label = matterSectionNames.change
  return [
    { section: 'change', kind: added ? 'added' : 'removed', path: 'change', label, before: nothing, after: nothing },
  ]
}
