import { isServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { type Fen, sumFen } from '../../../../shared/money.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { EmptyState } from '../../../../ui/Async.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Money, Percent, usePeriodText } from '../../../../ui/Values.tsx'
import type { FundLineView } from '../contract.ts'
import { words } from '../words.ts'
import { type Funds, MoneyFrame } from './MoneyFrame.tsx'

/** Each fund line with what it may still take, what contracts bind and what is spent; the figures open their entries. */
export function FundLinesPage() {
  const t = useWords(words)
  return (
    <MoneyFrame>
      {(funds) =>
        funds.lines.length === 0 ? (
          <EmptyState>{t.linesEmpty}</EmptyState>
        ) : (
          <>
            <TailoredShare tailored={funds.tailored} />
            <Lines funds={funds} />
          </>
        )
      }
    </MoneyFrame>
  )
}

function TailoredShare({ tailored }: { tailored: Funds['tailored'] }) {
  const t = useWords(words)
  const { plannedPercent, committedPercent, spentPercent, minPercent, clause, source } = tailored
  const shares = [
    [t.tailoredPlanned, plannedPercent],
    [t.tailoredCommitted, committedPercent],
    [t.tailoredSpent, spentPercent],
  ] as const
  return (
    <div className="panel tailored">
      <span>
        {t.tailored} <span className="clause">{clause}</span>
      </span>
      {shares.map(([name, value]) => (
        <span key={name} className={value !== null && value < minPercent ? 'is-low' : undefined}>
          {name} <Percent value={value} />
        </span>
      ))}
      <span className="soft">
        {t.tailoredNote(minPercent)}
        {source === 'inferred' ? (
          <>
            {' '}
            <span className="inferred" title={t.inferredHint}>
              {t.inferred}
            </span>
          </>
        ) : null}
      </span>
    </div>
  )
}

function Lines({ funds }: { funds: Funds }) {
  const t = useWords(words)
  const say = useText()
  const quarter = usePeriodText()
  const { lines, pilotId } = funds
  const entriesOf = ({ lineId }: FundLineView) => `/pilots/${pilotId}/money/ledger?lineId=${lineId}`
  const kindName = (kind: string) => (isServiceKind(kind) ? say(serviceKinds[kind]) : kind)
  const money = (key: 'provincialFen' | 'availableFen' | 'committedFen' | 'spentFen', title: string) =>
    ({
      key,
      title,
      align: 'right',
      show: (line) => (
        <Figure to={entriesOf(line)}>
          <Money fen={line[key]} plain />
        </Figure>
      ),
    }) satisfies Column<FundLineView>
  const columns: Column<FundLineView>[] = [
    {
      key: 'serviceKind',
      title: t.serviceKind,
      show: (line) => <AppLink to={entriesOf(line)}>{kindName(line.serviceKind)}</AppLink>,
    },
    { key: 'purpose', title: t.purpose },
    { key: 'quarter', title: t.quarter, show: (line) => quarter(line.quarter) },
    money('provincialFen', t.planned),
    money('availableFen', t.available),
    money('committedFen', t.lineCommitted),
    money('spentFen', t.spent),
    {
      key: 'used',
      title: t.use,
      width: 200,
      sort: usedPercent,
      show: (line) => <ProgressBar done={usedPercent(line)} label={`${kindName(line.serviceKind)} ${t.use}`} />,
    },
  ]
  const sum = (amountOf: (line: FundLineView) => Fen) => <Money fen={sumFen(lines.map(amountOf))} plain />
  return (
    <DataTable
      label={t.tabLines}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.lineId}
      sums={{
        serviceKind: t.total,
        provincialFen: sum((line) => line.provincialFen),
        availableFen: sum((line) => line.availableFen),
        committedFen: sum((line) => line.committedFen),
        spentFen: sum((line) => line.spentFen),
      }}
    />
  )
}

/** Percent of a line that contracts bind or that is spent. */
function usedPercent({ provincialFen, committedFen, spentFen }: FundLineView): number {
  return provincialFen === 0 ? 0 : Math.round(((committedFen + spentFen) * 1000) / provincialFen) / 10
}
