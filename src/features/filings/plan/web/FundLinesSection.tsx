import { type FundLine, planSectionNames } from '../../../../policy/plan/plan.ts'
import { isTailored } from '../../../../policy/records/service-kinds.ts'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { FieldGrid } from '../../../../ui/FieldGrid.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import type { GridColumn } from '../../../../ui/use-field-grid.ts'
import { Money, percentText } from '../../../../ui/Values.tsx'
import { useGridColumns } from '../../../programme/baselines/web/public.ts'
import { words } from '../words.ts'
import type { EditorFacts, EditorProps } from './editor-props.ts'

/** Part 3: the fund-use lines, held against the award while one types. */
export function FundLinesSection({ draft, facts, errors, disabled = false }: EditorProps<'fund-lines'>) {
  const t = useWords(words)
  const say = useText()
  const columns = useGridColumns<FundLine>('fund-lines', 'rows', facts)
  const total: GridColumn<FundLine> = { key: 'id', title: words.lineTotal, kind: 'text', width: 116, show: lineTotal }
  return (
    <div className="plan-wide">
      <FundSums rows={draft.value.rows} facts={facts} />
      <FieldGrid<FundLine>
        name="fund-lines.rows"
        label={say(planSectionNames['fund-lines'])}
        columns={[...columns, total]}
        rows={draft.value.rows}
        onChange={(rows) => draft.change({ rows: rows.map((row) => ({ ...row, indicator: row.indicator ?? '' })) })}
        newRow={() => ({
          id: newKey(),
          serviceKind: null,
          purpose: '',
          quantity: null,
          unitPriceFen: null,
          provincialFen: null,
          parkFen: null,
          enterpriseFen: null,
          quarter: null,
          indicator: '',
        })}
        errors={errors}
        disabled={disabled}
      />
      <p className="field-hint">{t.fundHint}</p>
    </div>
  )
}

/** Quantity × unit price, and whether the three shares meet it. */
function lineTotal({ quantity, unitPriceFen, provincialFen, parkFen, enterpriseFen }: FundLine): string {
  if (quantity === null || unitPriceFen === null) return ''
  const total = quantity * unitPriceFen
  if (!Number.isSafeInteger(total)) return ''
  const shares = (provincialFen ?? 0) + (parkFen ?? 0) + (enterpriseFen ?? 0)
  const difference = shares - total
  return `${formatYuan(total)}${difference === 0 ? ' ✓' : ` (${difference > 0 ? '+' : ''}${formatYuan(difference)})`}`
}

function FundSums({ rows, facts }: { rows: readonly FundLine[]; facts: EditorFacts }) {
  const t = useWords(words)
  const sum = addUp(rows)
  const tailored = addUp(rows.filter((row) => row.serviceKind !== null && isTailored(row.serviceKind)))
  const difference = sum - facts.awardFen
  const { minPercent } = facts.edition.tailoredShare
  const share = sum > 0 ? (tailored / sum) * 100 : 0
  const enough = tailored * 100 >= sum * minPercent
  return (
    <div className="plan-sums" role="status">
      <span>
        {t.sumProvincial} <Money fen={sum} /> / {t.award} <Money fen={facts.awardFen} />
      </span>
      <strong className={difference === 0 ? 'is-good' : 'is-bad'}>
        {difference === 0
          ? t.sumMeets
          : difference < 0
            ? t.sumShort(formatYuan(-difference))
            : t.sumOver(formatYuan(difference))}
      </strong>
      <span>
        {t.tailoredShare} <span className="number">{percentText(Math.floor(share * 10) / 10)}</span>{' '}
        <span className={enough ? 'is-good' : 'is-warning'}>
          {enough ? t.shareEnough(minPercent) : t.shareLow(minPercent)}
        </span>
      </span>
    </div>
  )
}

function addUp(rows: readonly FundLine[]): Fen {
  return rows.reduce((sum, row) => sum + (row.provincialFen ?? 0), 0)
}
