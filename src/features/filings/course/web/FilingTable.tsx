import { filingStateNames } from '../../../../policy/filings/filing.ts'
import { filingTitle } from '../../../../policy/filings/filing-title.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import type { ListOrder } from '../../../../ui/table-search.ts'
import { useGo } from '../../../../ui/url.ts'
import { DueDate, instantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { stateTones } from './filing-view.ts'
import { LateTag } from './LateTag.tsx'

type Row = contract.OwedFiling
type Props = { label: string; rows: readonly Row[]; today: string; first: 'name' | 'unit'; order: ListOrder }

/** What is owed, where each stands, who is waited for, and the way in. */
export function FilingTable({ label, rows, today, first, order }: Props) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const open = useCommand(contract.openFiling, { onDone: ({ filingId }) => go(`/filings/${filingId}`) })
  const opening = open.isPending ? open.variables?.body : undefined
  const name: Column<Row> = {
    key: 'name',
    title: t.name,
    width: 230,
    show: (row) => (
      <>
        <strong>{say(filingTitle(row.name, row.period))}</strong> <span className="clause">{row.clause}</span>
      </>
    ),
  }
  const unit: Column<Row> = {
    key: 'unitName',
    title: t.unit,
    width: 180,
    show: (row) => <strong>{row.unitName}</strong>,
  }
  const columns: Column<Row>[] = [
    first === 'name' ? name : unit,
    {
      key: 'state',
      title: t.state,
      width: 210,
      show: (row) => (
        <>
          {row.state ? (
            <StatusTag tone={stateTones[row.state]}>{say(filingStateNames[row.state])}</StatusTag>
          ) : (
            <StatusTag>{t.notBegun}</StatusTag>
          )}{' '}
          <LateTag standing={row.standing} />
          {row.recordNo ? <div className="soft">{t.recordNo(row.recordNo)}</div> : null}
        </>
      ),
    },
    {
      key: 'dueOn',
      title: t.due,
      width: 210,
      show: (row) => <Due row={row} today={today} />,
    },
    {
      key: 'waiting',
      title: t.waiting,
      width: 180,
      show: (row) => row.waiting.map(say).join(t.comma) || <span className="faint">—</span>,
    },
    {
      key: 'action',
      title: t.action,
      card: 'bare',
      width: 130,
      show: (row) =>
        row.filingId ? (
          <AppLink to={`/filings/${row.filingId}`}>
            {row.open.allowed && (row.state === 'draft' || row.state === 'returned') ? t.goOn : t.openIt}
          </AppLink>
        ) : row.standing.state === 'locked' && row.open.allowed ? (
          <AppLink to="/exceptions">{t.needsException}</AppLink>
        ) : row.open.allowed ? (
          <ActionButton
            type="primary"
            size="small"
            action={row.open}
            loading={opening !== undefined && keyOf(opening) === keyOf(row)}
            onClick={() => {
              const { batchId, unitId, kind, period } = row
              open.mutate({ body: { batchId, unitId, kind, period } })
            }}
          >
            {t.begin}
          </ActionButton>
        ) : (
          <span className="faint">—</span>
        ),
    },
  ]
  return (
    <>
      <RefusalAlert error={open.error} />
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        order={order}
        rowKey={keyOf}
        rowTo={({ filingId }) => (filingId ? `/filings/${filingId}` : null)}
      />
    </>
  )
}

function Due({ row: { dueOn, dueAt, filedOn, standing }, today }: { row: Row; today: string }) {
  const t = useWords(words)
  if (filedOn === null)
    return (
      <DueDate
        day={dueOn}
        at={dueAt}
        today={today}
        isOver={standing.state === 'overdue'}
        workingDaysLeft={standing.workingDays}
      />
    )
  return (
    <>
      <time dateTime={dueAt ?? dueOn} className="number nowrap">
        {dueAt ? instantText(dueAt) : dueOn}
      </time>
      <div className="soft">{t.filedOn(filedOn)}</div>
    </>
  )
}

function keyOf({ batchId, unitId, kind, period }: Pick<Row, 'batchId' | 'unitId' | 'kind' | 'period'>): string {
  return `${batchId} ${unitId} ${kind} ${period}`
}
