import { Select } from 'antd'
import { editionOf, indicatorOf } from '../../../../policy/editions/edition.ts'
import {
  type MatterKind,
  type MatterReport,
  matterAmount,
  matterFieldNames,
  matterKindList,
  matterKinds,
} from '../../../../policy/plan/matter.ts'
import type { PlanContent } from '../../../../policy/plan/plan.ts'
import { indicatorText } from '../../../../policy/plan/plan-tables.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import type { Draft } from '../../../../ui/use-autosave.ts'
import { KindHint } from './KindHint.tsx'
import { OccurredAt } from './OccurredAt.tsx'

type ReportFormProps = {
  draft: Draft<MatterReport>
  /** Its id. */
  edition: string
  plan: PlanContent
  errors: Readonly<Record<string, string>>
  /** A change is drawn up already, so the kind has to be one that asks for it. */
  withChange: boolean
}

/** What happened, what it touches, what was done, what is asked for. */
export function ReportForm({ draft, edition: id, plan, errors, withChange }: ReportFormProps) {
  const say = useText()
  const { value: report } = draft
  const put = (patch: Partial<MatterReport>) => draft.change((before) => ({ ...before, ...patch }))
  const edition = editionOf(id)
  const targets = plan.targets.rows.flatMap((row) => indicatorOf(edition, row.indicator) ?? [])
  const choose = (kind: MatterKind) => {
    put({ kind })
    // What may be changed depends on it, so the server has to know first.
    setTimeout(() => void draft.flush(), 0)
  }
  const longText = (field: 'course' | 'measures' | 'request') => (
    <Field label={say(matterFieldNames[field])} name={`report.${field}`} required error={errors[field] ?? ''}>
      {(bind) => (
        <ProseInput
          {...bind}
          value={report[field]}
          autoSize={{ minRows: 3, maxRows: 12 }}
          most={4000}
          onChange={(text) => put({ [field]: text })}
        />
      )}
    </Field>
  )
  return (
    <div className="form">
      <div className="field-row">
        <Field
          label={say(matterFieldNames.kind)}
          name="report.kind"
          required
          error={errors.kind ?? ''}
          hint={<KindHint kind={report.kind} />}
        >
          {(bind) => (
            <Select
              {...bind}
              value={report.kind}
              options={matterKindList.map((value) => ({
                value,
                label: say(matterKinds[value]),
                disabled: withChange && matterKinds[value].change === 'none',
              }))}
              onChange={choose}
            />
          )}
        </Field>
        <Field label={say(matterFieldNames.amountFen)} name="report.amountFen" error={errors.amountFen ?? ''}>
          {(bind) => (
            <MoneyInput
              {...bind}
              {...matterAmount}
              value={report.amountFen}
              onChange={(amountFen) => put({ amountFen })}
            />
          )}
        </Field>
      </div>
      <OccurredAt
        value={report.occurredAt}
        onChange={(occurredAt) => occurredAt && put({ occurredAt })}
        error={errors.occurredAt ?? ''}
      />
      <Field label={say(matterFieldNames.indicators)} name="report.indicators" error={errors.indicators ?? ''}>
        {(bind) => (
          <Select
            {...bind}
            mode="multiple"
            value={[...report.indicators]}
            optionFilterProp="label"
            options={targets.map((rule) => ({ value: rule.code, label: say(indicatorText(rule)) }))}
            onChange={(indicators: string[]) => put({ indicators })}
          />
        )}
      </Field>
      {longText('course')}
      {longText('measures')}
      {longText('request')}
    </div>
  )
}
