import { Button } from 'antd'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { whyEmpty } from '../../../../policy/returns/empty-figure.ts'
import { cadenceOf } from '../../../../shared/periods.ts'
import { problemText } from '../../../../shared/typed-text.ts'
import { BareField } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { FieldName, useTypedStore } from '../../../../ui/typed-texts.tsx'
import { usePeriodText } from '../../../../ui/Values.tsx'
import type { ReturnRow } from '../contract.ts'
import { words } from '../words.ts'
import { EmptyFigure } from './EmptyFigure.tsx'
import { figureText, highestOf } from './figure-text.ts'
import type { FigureJudgment } from './TableJudge.tsx'

/** The county's figure for one row: left alone it is the reported one. */
export function AcceptedField({ row, judgment }: { row: ReturnRow; judgment: FigureJudgment }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const { indicator, previous } = row
  const field = `rows.${indicator}.accepted`
  const unread = useTypedStore().of(field)
  const total = highestOf(row)
  if (total === null) return <EmptyFigure why={whyEmpty(row, 'total') ?? 'no-records'} />
  const cadence = previous ? cadenceOf(previous.period) : null
  const before = cadence ? say(cadenceWords[cadence].asBefore) : ''
  const { accepted } = judgment.of(indicator)
  const tooHigh = accepted !== null && accepted > total
  const cut = (previous?.reported ?? 0) - (previous?.accepted ?? previous?.reported ?? 0)
  const carry =
    previous && cut > 0 && accepted === null && row.kind !== 'ratio' && total === row.total && total >= cut
      ? previous
      : null
  return (
    <div data-field={field} data-fault={unread ? true : undefined}>
      <FieldName name={field}>
        <NumberInput
          aria-label={t.acceptOf(say(row.name))}
          className="return-accepted"
          min={0}
          units={[row.unit.zh]}
          status={tooHigh || unread ? 'error' : ''}
          value={accepted}
          placeholder={figureText(total)}
          onChange={(value) =>
            judgment.change(indicator, { accepted: value === null ? null : Math.round(value * 100) / 100 })
          }
        />
      </FieldName>
      {unread ? <div className="field-error">{say(problemText(unread))}</div> : null}
      {tooHigh ? <div className="field-error">{t.notAbove(figureText(total))}</div> : null}
      {carry ? (
        <Button
          type="link"
          size="small"
          className="return-carry"
          title={t.reducedBefore(periodText(carry.period), figureText(carry.reported), figureText(carry.accepted))}
          onClick={() =>
            judgment.change(indicator, {
              accepted: Math.round((total - cut) * 100) / 100,
              reason: `${periodText(carry.period)}：${carry.reductionReason}`,
            })
          }
        >
          {t.carryOver(figureText(cut), before)}
        </Button>
      ) : null}
    </div>
  )
}

export function ReductionReasonField({ row, judgment }: { row: ReturnRow; judgment: FigureJudgment }) {
  const t = useWords(words)
  const say = useText()
  const { indicator } = row
  const total = highestOf(row)
  const { accepted, reason } = judgment.of(indicator)
  if (total === null || accepted === null || accepted >= total) return null
  const missing = reason.trim() === ''
  return (
    <BareField name={`rows.${indicator}.reason`} className="return-reason">
      {(describedBy) => (
        <ProseInput
          aria-label={t.acceptReasonOf(say(row.name))}
          aria-required
          aria-describedby={describedBy}
          status={missing ? 'error' : ''}
          placeholder={t.reasonNeeded}
          rows={2}
          most={1000}
          value={reason}
          onChange={(text) => judgment.change(indicator, { reason: text })}
        />
      )}
    </BareField>
  )
}
