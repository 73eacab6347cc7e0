import { Tooltip } from 'antd'
import { isSteady } from '../../../../policy/editions/indicator-kinds.ts'
import { seatNames } from '../../../../policy/people/roles.ts'
import { type FigureName, whyEmpty } from '../../../../policy/returns/empty-figure.ts'
import { reductionName, reportedOf } from '../../../../policy/returns/reduction-text.ts'
import { figureOf } from '../../../../policy/returns/standing.ts'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../../ui/url.ts'
import { instantText, usePeriodText } from '../../../../ui/Values.tsx'
import type { ReturnRow } from '../contract.ts'
import { words } from '../words.ts'
import { EmptyFigure } from './EmptyFigure.tsx'
import { figureText, signed } from './figure-text.ts'

type Span = 'period' | 'year' | 'total'

/** Number, name and place of an indicator, with how it is counted. */
export function IndicatorCell({ row, at }: { row: ReturnRow; at: number }) {
  const t = useWords(words)
  const say = useText()
  return (
    <div className="return-indicator">
      <span className="number soft">{at}</span>
      <div>
        <Tooltip title={`${t.formula}：${say(row.formula)}`}>
          <span>{say(row.name)}</span>
        </Tooltip>
        <div className="return-level">
          {row.indicator} · {say(row.l2)} · {say(row.unit)}
        </div>
      </div>
    </div>
  )
}

type FigureCellProps = {
  row: ReturnRow
  figure: Extract<FigureName, 'thisPeriod' | 'thisYear' | 'total' | 'proofs'>
  span: Span
  name?: string
}

/** A figure that opens the records behind it, or why it is empty. */
export function FigureCell({ row, figure, span, name }: FigureCellProps) {
  const t = useWords(words)
  const say = useText()
  const { path, search } = useUrl()
  const why = whyEmpty(row, figure)
  if (why) return <EmptyFigure why={why} />
  const value = row[figure]
  const names = { period: '', year: t.thisYear, total: t.total }
  const to = `${path}${stringifySearch({ ...search, records: row.indicator, span, page: null })}`
  const reported = figure === 'proofs' || !row.parts ? value : figureOf(row.parts[span])
  return (
    <>
      {reported === value ? null : <del className="soft number">{figureText(reported)}</del>}{' '}
      <Figure to={to} label={`${t.figureOf(say(row.name), name ?? names[span])} ${figureText(value)}`}>
        {figureText(value)}
      </Figure>
    </>
  )
}

/** The total, and below it what changed in the period before. */
export function TotalCell({ row }: { row: ReturnRow }) {
  return (
    <>
      <FigureCell row={row} figure="total" span="total" />
      <CorrectionNote row={row} />
    </>
  )
}

export function CorrectionNote({ row: { previous } }: { row: ReturnRow }) {
  const t = useWords(words)
  const periodText = usePeriodText()
  if (!previous?.correction) return null
  const { period, reported, correction } = previous
  const now = (reported ?? 0) + correction
  return (
    <Tooltip title={t.correctionTo(periodText(period), figureText(reported), figureText(now))}>
      <div className="return-correction number">{t.correctionBy(signed(correction))}</div>
    </Tooltip>
  )
}

/** The two-year target, this year's part of it and where it began. */
export function TargetCell({ row }: { row: ReturnRow }) {
  const t = useWords(words)
  const { target, yearTarget, baseline } = row
  return (
    <>
      <span className="number">{figureText(target)}</span>
      <div className="return-level number">
        {t.yearShort(figureText(yearTarget))}
        {baseline === 0 ? null : ` · ${t.baseShort(figureText(baseline))}`}
      </div>
    </>
  )
}

/** Completion with the mark of the time passed, and how far before or behind it; a state or a ratio is held against its full target. */
export function RateCell({ row }: { row: ReturnRow }) {
  const t = useWords(words)
  const say = useText()
  const { rate, gap, kind, timeProgress } = row
  const why = whyEmpty(row, 'rate')
  if (why) return <EmptyFigure why={why} />
  if (rate === null || gap === null) return null
  const steady = isSteady(kind)
  return (
    <div className="return-rate">
      <ProgressBar done={rate} time={steady ? 100 : timeProgress} label={say(row.name)} />
      <div className={gap < 0 ? 'return-gap return-behind' : 'return-gap return-ahead'}>
        {steady ? t.pointsOfTarget(signed(gap)) : t.pointsOfTime(signed(gap))}
      </div>
    </div>
  )
}

/** What counts, and below it why it is less than the records make; while it waits, what stands against it already. */
export function AcceptedText({ row }: { row: ReturnRow }) {
  const { accepted } = row
  const why = whyEmpty(row, 'accepted')
  return (
    <>
      {why ? <EmptyFigure why={why} /> : null}
      {accepted === null ? null : (
        <span className={reportedOf(row) === accepted ? 'number' : 'number return-behind'}>{figureText(accepted)}</span>
      )}
      <ReductionLines row={row} />
    </>
  )
}

/** Every reduction of the row: in which table, by how much, why, by whom; and where it was lifted. */
export function ReductionLines({ row: { kind, reductions } }: { row: ReturnRow }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  return reductions.map((one) => (
    <div key={one.id} className="return-text return-reduction soft">
      <Tooltip title={`${say(seatNames[one.seat])} ${one.byName} ${instantText(one.at)}`}>
        <span className={one.lift ? 'return-lifted' : undefined}>
          {say(reductionName(kind, one))}：{one.reason}
        </span>
      </Tooltip>
      {one.lift ? (
        <Tooltip title={`${one.lift.byName} ${instantText(one.lift.at)}`}>
          <div>{t.liftedIn(periodText(one.lift.period), one.lift.reason)}</div>
        </Tooltip>
      ) : null}
    </div>
  ))
}
