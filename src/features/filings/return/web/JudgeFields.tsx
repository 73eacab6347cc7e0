import { Button } from 'antd'
import { useId } from 'react'
import { isSigned } from '../../../../policy/editions/indicator-kinds.ts'
import { whyEmpty } from '../../../../policy/returns/empty-figure.ts'
import { reductionName } from '../../../../policy/returns/reduction-text.ts'
import { numberKind } from '../../../../policy/returns/returns.ts'
import { leastWords, saysSomething } from '../../../../shared/clean.ts'
import type { PeriodCode } from '../../../../shared/periods.ts'
import { problemText } from '../../../../shared/typed-text.ts'
import { BareField } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { FieldName, useTypedStore } from '../../../../ui/typed-texts.tsx'
import { words as uiWords } from '../../../../ui/words.ts'
import type { ReductionView, ReturnRow } from '../contract.ts'
import { words } from '../words.ts'
import { EmptyFigure } from './EmptyFigure.tsx'
import { figureText } from './figure-text.ts'
import { carriedInto, highestOf, liftField } from './judged-rows.ts'
import type { FigureJudgment } from './TableJudge.tsx'

type Props = { row: ReturnRow; period: PeriodCode; judgment: FigureJudgment }

/** The county's figure for one row: left alone it is the one that stands. */
export function AcceptedField({ row, period, judgment }: Props) {
  const t = useWords(words)
  const say = useText()
  const { indicator, decimals } = row
  const field = `rows.${indicator}.accepted`
  const unread = useTypedStore().of(field)
  const { accepted, lifts } = judgment.of(indicator)
  const total = highestOf(period, row, lifts)
  if (total === null) return <EmptyFigure why={whyEmpty(row, 'total') ?? 'no-records'} />
  const tooHigh = accepted !== null && accepted > total
  const finer = accepted !== null && !tooHigh && accepted !== total && Number(accepted.toFixed(decimals)) !== accepted
  return (
    <div data-field={field} data-fault={unread ? true : undefined}>
      <FieldName name={field}>
        <NumberInput
          aria-label={t.acceptOf(say(row.name))}
          className="return-accepted"
          min={isSigned(row.kind) ? undefined : 0}
          whole={decimals === 0}
          units={[row.unit.zh]}
          status={tooHigh || finer || unread ? 'error' : ''}
          value={accepted}
          placeholder={figureText(total)}
          onChange={(value) => judgment.change(indicator, { accepted: value })}
        />
      </FieldName>
      {unread ? <div className="field-error">{say(problemText(unread))}</div> : null}
      {tooHigh ? <div className="field-error">{t.notAbove(figureText(total))}</div> : null}
      {finer ? <div className="field-error">{t.ofItsUnit(say(numberKind(decimals)))}</div> : null}
    </div>
  )
}

export function ReductionReasonField({ row, period, judgment }: Props) {
  const t = useWords(words)
  const say = useText()
  const { indicator } = row
  const { accepted, reason, lifts } = judgment.of(indicator)
  const total = highestOf(period, row, lifts)
  if (total === null || accepted === null || accepted >= total) return null
  return (
    <ReasonInput
      name={`rows.${indicator}.reason`}
      label={t.acceptReasonOf(say(row.name))}
      placeholder={t.reasonNeeded}
      value={reason}
      onChange={(text) => judgment.change(indicator, { reason: text })}
    />
  )
}

/** The reductions of earlier tables, each of which stands on unless it is lifted here with a reason. */
export function CarriedReductions({ row, period, judgment }: Props) {
  return carriedInto(period, row).map((one) => <Carried key={one.id} {...{ row, period, judgment, one }} />)
}

function Carried({ row, judgment, one }: Props & { one: ReductionView }) {
  const t = useWords(words)
  const say = useText()
  const { indicator, kind } = row
  const { lifts } = judgment.of(indicator)
  const why = lifts[one.id]
  const name = say(reductionName(kind, one))
  const { [one.id]: _, ...others } = lifts
  return (
    <div className="return-carried">
      <span className={why === undefined ? undefined : 'return-lifted'}>
        {name}：{one.reason}
      </span>{' '}
      <Button
        type="link"
        size="small"
        className="return-carry"
        aria-label={`${why === undefined ? t.lift : t.keep} ${say(row.name)} ${name}`}
        onClick={() => judgment.change(indicator, { lifts: why === undefined ? { ...others, [one.id]: '' } : others })}
      >
        {why === undefined ? t.lift : t.keep}
      </Button>
      {why === undefined ? null : (
        <ReasonInput
          name={liftField(one.id)}
          label={t.liftReasonOf(say(row.name))}
          placeholder={t.liftReasonNeeded}
          value={why}
          onChange={(text) => judgment.change(indicator, { lifts: { ...others, [one.id]: text } })}
        />
      )}
    </div>
  )
}

type ReasonInputProps = {
  name: string
  label: string
  placeholder: string
  value: string
  onChange: (text: string) => void
}

function ReasonInput({ name, label, placeholder, value, onChange }: ReasonInputProps) {
  const t = useWords(uiWords)
  const id = useId()
  const says = saysSomething(value)
  return (
    <BareField name={name} className="return-reason">
      {(describedBy) => (
        <>
          <ProseInput
            aria-label={label}
            aria-required
            aria-describedby={[describedBy, says ? undefined : id].filter(Boolean).join(' ') || undefined}
            status={says ? '' : 'error'}
            placeholder={placeholder}
            rows={2}
            most={1000}
            value={value}
            onChange={onChange}
          />
          {says ? null : (
            <div id={id} className={value.trim() === '' ? 'field-hint' : 'field-error'}>
              {value.trim() === '' ? t.reasonHint(leastWords) : t.saysNothing(leastWords)}
            </div>
          )}
        </>
      )}
    </BareField>
  )
}
