import { Button } from 'antd'
import { indicatorOf } from '../../../../policy/editions/edition.ts'
import type { IndicatorRule } from '../../../../policy/editions/edition-rules.ts'
import { type PlannedTarget, planSectionNames } from '../../../../policy/plan/plan.ts'
import { targetDoubts } from '../../../../policy/plan/plan-doubts.ts'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useGridColumns } from '../../../programme/baselines/web/public.ts'
import { words } from '../words.ts'
import { Doubts } from './Doubts.tsx'
import type { EditorProps } from './editor-props.ts'

/** The target list; an indicator brings its unit. */
export function TargetsSection({ draft, facts, errors, disabled = false }: EditorProps<'targets'>) {
  const t = useWords(words)
  const say = useText()
  const { rows } = draft.value
  const weight = rows.reduce((sum, row) => sum + Math.round((row.weight ?? 0) * 100), 0) / 100
  const listed = new Set(rows.map((row) => row.indicator))
  const missing = facts.edition.indicators.filter((rule) => !listed.has(rule.code))

  const withUnit = (row: PlannedTarget): PlannedTarget => {
    const indicator = row.indicator ?? ''
    const rule = indicatorOf(facts.edition, indicator)
    return { ...row, indicator, unit: row.unit === '' && rule ? say(rule.unit) : row.unit }
  }

  /** The indicator as the edition suggests it; how far it is to go is the park's to say. */
  const suggested = ({ code, unit, weight: points }: IndicatorRule): PlannedTarget => ({
    id: newKey(),
    indicator: code,
    unit: say(unit),
    baseline: null,
    target: null,
    weight: points,
    clarification: '',
  })

  return (
    <>
      <div className="plan-sums" role="status">
        <strong className={weight === 100 ? 'is-good' : 'is-bad'}>
          {weight === 100
            ? t.weightsMeet
            : weight < 100
              ? t.weightsShort(weight, plain(100 - weight))
              : t.weightsOver(weight, plain(weight - 100))}
        </strong>
        {missing.length > 0 ? <span>{t.indicatorsLeft(missing.length)}</span> : null}
        {missing.length > 0 && !disabled ? (
          <Button size="small" onClick={() => draft.change({ rows: [...rows, ...missing.map(suggested)] })}>
            {t.listIndicators(missing.length)}
          </Button>
        ) : null}
      </div>
      <Doubts doubts={targetDoubts(rows, [], facts.edition)} />
      <FieldGrid<PlannedTarget>
        name="targets.rows"
        label={say(planSectionNames.targets)}
        columns={useGridColumns('targets', 'rows', facts)}
        rows={rows}
        onChange={(next) => draft.change({ rows: next.map(withUnit) })}
        newRow={() => ({
          id: newKey(),
          indicator: '',
          unit: '',
          baseline: null,
          target: null,
          weight: null,
          clarification: '',
        })}
        errors={errors}
        disabled={disabled}
      />
    </>
  )
}

function plain(value: number): number {
  return Number(value.toFixed(2))
}
