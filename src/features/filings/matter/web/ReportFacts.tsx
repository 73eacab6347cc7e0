import { editionOf, indicatorOf } from '../../../../policy/editions/edition.ts'
import { type MatterReport, matterFieldNames, matterKinds } from '../../../../policy/plan/matter.ts'
import { indicatorText } from '../../../../policy/plan/plan-tables.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

/** `edition`: its id. */
type Props = { report: MatterReport; before: MatterReport | null; edition: string }

/** The report field by field; what is not as it was submitted before is marked. */
export function ReportFacts({ report, before, edition: id }: Props) {
  const t = useWords(words)
  const say = useText()
  const edition = editionOf(id)
  const targets = (codes: readonly string[]) =>
    codes
      .map((code) => {
        const rule = indicatorOf(edition, code)
        return rule ? say(indicatorText(rule)) : code
      })
      .join(t.comma) || t.noIndicators
  const shown = (of: MatterReport): Readonly<Record<keyof MatterReport, string>> => ({
    kind: say(matterKinds[of.kind]),
    occurredAt: instantText(of.occurredAt),
    indicators: targets(of.indicators),
    amountFen: of.amountFen === null ? '—' : formatYuan(of.amountFen),
    course: of.course || '—',
    measures: of.measures || '—',
    request: of.request || '—',
  })
  const now = shown(report)
  const was = before && shown(before)
  const short = ['kind', 'occurredAt', 'amountFen'] as const
  const long = ['indicators', 'course', 'measures', 'request'] as const
  const fact = (field: keyof MatterReport, wide: boolean) => ({
    label: say(matterFieldNames[field]),
    wide,
    value: (
      <div className="matter-text" data-field={`report.${field}`}>
        {was && was[field] !== now[field] ? (
          <>
            <del>{was[field]}</del> <ins>{now[field]}</ins>
          </>
        ) : (
          now[field]
        )}
      </div>
    ),
  })
  return (
    <KeyValue
      columns={3}
      facts={[...short.map((field) => fact(field, false)), ...long.map((field) => fact(field, true))]}
    />
  )
}
