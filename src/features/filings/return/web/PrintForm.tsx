import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import {
  emptyReasons,
  type FigureName,
  legendOf,
  reasonsOfRows,
  tableFigures,
  whyEmpty,
} from '../../../../policy/returns/empty-figure.ts'
import { executionText } from '../../../../policy/returns/execution.ts'
import { reductionText } from '../../../../policy/returns/reduction-text.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { percentText, usePeriodText } from '../../../../ui/Values.tsx'
import type { FilingView } from '../../course/contract.ts'
import type { ReturnRow, TableView } from '../contract.ts'
import { formWords, words } from '../words.ts'
import { figureText, signed } from './figure-text.ts'

/** The table on paper: the official A4 form lying across, as the workbook has it. Seen only when printed. */
export function PrintForm({ filing, table }: { filing: FilingView; table: TableView }) {
  const t = useWords(words)
  const f = useWords(formWords)
  const c = useWords(cadenceWords[table.head.cadence])
  const say = useText()
  const periodText = usePeriodText()
  const { head, rows } = table
  const [version] = filing.versions
  const period = periodText(head.period)
  const reasons = reasonsOfRows(rows, tableFigures)
  const facts: readonly (readonly [string, string])[] = [
    [t.county, head.countyName],
    [t.park, head.parkName],
    [f.operator, head.parkUscc],
    [t.award, formatYuan(head.awardFen)],
    [t.received, formatYuan(head.receivedFen)],
    [t.spent, formatYuan(head.spentFen)],
    [t.execution, say(executionText(head))],
    [t.cutOff, head.cutOff],
    [t.submittedOn, head.submittedOn ?? ''],
    [t.filledBy, head.filledBy ?? ''],
    [t.reviewedBy, head.reviewedBy ?? ''],
    [t.timePassed, rows[0] ? percentText(rows[0].timeProgress) : ''],
  ]
  /** Title and width in percent: fixed, so that a long reason takes no room from the figures. */
  const columns: readonly (readonly [string, number])[] = [
    [t.no, 3],
    [t.level1, 4],
    [t.level2, 5],
    [t.indicator, 12],
    [t.unit, 4],
    [t.target, 5],
    [t.yearTarget, 5],
    [t.baseline, 4],
    [c.thisPeriod, 5],
    [t.thisYear, 5],
    [t.total, 5],
    [f.ratePercent, 5],
    [f.gapPoints, 6],
    [t.proofs, 4],
    [t.reason, 15],
    [t.acceptedValue, 5],
    [t.reductionReason, 8],
  ]
  return (
    <div className="return-print">
      <h1>{say(head.name)}</h1>
      <div className="return-print-line">
        <span>
          {f.filer}
          {head.parkName}
        </span>
        <span>{period}</span>
        <span>{f.moneyUnit}</span>
      </div>
      <dl className="return-print-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <colgroup>
          {columns.map(([title, width]) => (
            <col key={title} width={`${width}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(([title]) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, -2).map((row, at) => (
            <Row key={row.indicator} row={row} at={at + 1} />
          ))}
        </tbody>
        {/* The notes and signatures never stand alone on a page: the last rows go with them. */}
        <tbody className="return-print-end">
          {rows.slice(-2).map((row, at) => (
            <Row key={row.indicator} row={row} at={Math.max(0, rows.length - 2) + at + 1} />
          ))}
          <tr>
            <td colSpan={columns.length} className="return-print-below">
              <p>{f.noteComputed(c.thisPeriod)}</p>
              <p>{f.noteAccepted}</p>
              {filing.viewed === null ? <p>{f.noteOpen}</p> : null}
              {reasons.length > 0 ? <p>{f.noteEmpty(say(legendOf(reasons)))}</p> : null}
              <div className="return-print-line return-print-signs">
                <span>{f.signFiller}</span>
                <span>{f.signPark}</span>
                <span>{f.signEconomy}</span>
              </div>
              <p className="return-print-mark">{version ? (filing.paperFoot ? say(filing.paperFoot) : '') : f.draft}</p>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, at }: { row: ReturnRow; at: number }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const { previous } = row
  const cell = (value: number) => <td className="is-number">{figureText(value)}</td>
  const figure = (name: FigureName) => {
    const why = whyEmpty(row, name)
    const value = row[name]
    return (
      <td className="is-number">
        {why ? say(emptyReasons[why].label) : (name === 'gap' ? signed : figureText)(value)}
      </td>
    )
  }
  return (
    <>
      <tr>
        <td>{at}</td>
        <td>{say(row.l1)}</td>
        <td>{say(row.l2)}</td>
        <td className="is-text">{say(row.name)}</td>
        <td>{say(row.unit)}</td>
        {cell(row.target)}
        {cell(row.yearTarget)}
        {cell(row.baseline)}
        {figure('thisPeriod')}
        {figure('thisYear')}
        {figure('total')}
        {figure('rate')}
        {figure('gap')}
        {figure('proofs')}
        <td className="is-text">{row.reason}</td>
        {figure('accepted')}
        <td className="is-text">{say(reductionText(row))}</td>
      </tr>
      {previous?.correction ? (
        <tr>
          <td />
          <td />
          <td />
          <td className="is-text">{t.correctionRow(periodText(previous.period))}</td>
          <td>{say(row.unit)}</td>
          <td colSpan={5} />
          <td className="is-number">{signed(previous.correction)}</td>
          <td colSpan={3} />
          <td className="is-text">
            {t.correctionTo(
              periodText(previous.period),
              figureText(previous.reported),
              figureText((previous.reported ?? 0) + previous.correction),
            )}
          </td>
          <td />
          <td />
        </tr>
      ) : null}
    </>
  )
}
