import { verifyCode } from '../../../../policy/filings/verify-code.ts'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import {
  emptyReasons,
  executionText,
  type FigureName,
  legendOf,
  reasonsOfRows,
  tableFigures,
  whyEmpty,
} from '../../../../policy/returns/empty-figure.ts'
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
    [t.execution, say(executionText(head.executionRate))],
    [t.cutOff, head.cutOff],
    [t.submittedOn, head.submittedOn ?? ''],
    [t.filledBy, head.filledBy ?? ''],
    [t.reviewedBy, head.reviewedBy ?? ''],
    [t.timePassed, rows[0] ? percentText(rows[0].timeProgress) : ''],
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
        <thead>
          <tr>
            {[
              t.no,
              t.level1,
              t.level2,
              t.indicator,
              t.unit,
              t.target,
              t.yearTarget,
              t.baseline,
              c.thisPeriod,
              t.thisYear,
              t.total,
              f.ratePercent,
              f.gapPoints,
              t.proofs,
              t.reason,
              t.acceptedValue,
              t.reductionReason,
            ].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={row.indicator} row={row} at={at + 1} />
          ))}
        </tbody>
      </table>
      <p>{f.noteComputed(c.thisPeriod)}</p>
      <p>{f.noteAccepted}</p>
      {filing.viewed === null ? <p>{f.noteOpen}</p> : null}
      {reasons.length > 0 ? <p>{f.noteEmpty(say(legendOf(reasons)))}</p> : null}
      <div className="return-print-line return-print-signs">
        <span>{f.signFiller}</span>
        <span>{f.signPark}</span>
        <span>{f.signEconomy}</span>
      </div>
      <p className="return-print-mark">
        {version ? f.version(version.no, version.hash, verifyCode(version.hash)) : f.draft}
      </p>
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
