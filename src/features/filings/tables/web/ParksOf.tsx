import { Alert } from 'antd'
import { filingStates } from '../../../../policy/filings/filing.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { TableState } from '../../return/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

/** Which parks are in, and which one is missing. */
export function ParksOf({ table }: { table: contract.MergedTable }) {
  const t = useWords(words)
  const { parks, missing, countyId, isRecorded } = table
  const columns: Column<contract.ParkState>[] = [
    { key: 'parkName', title: t.park, fixed: true },
    ...(countyId === null ? [{ key: 'countyName', title: t.county }] : []),
    {
      key: 'state',
      title: t.state,
      sort: ({ state }) => (state === null ? -1 : filingStates.indexOf(state)),
      show: ({ state }) => <StateOf state={state} />,
    },
    {
      key: 'submittedAt',
      title: t.submittedAt,
      show: ({ submittedAt }) => (submittedAt ? <InstantText at={submittedAt} /> : <span className="faint">—</span>),
    },
    ...(isRecorded ? [{ key: 'recordNo' as const, title: t.recordNo }] : []),
    {
      key: 'view',
      title: t.view,
      card: 'bare',
      show: ({ filingId, pilotId }) => (
        <AppLink to={filingId ? `/returns/${filingId}` : `/pilots/${pilotId}/returns`}>{t.view}</AppLink>
      ),
    },
  ]
  return (
    <Section id="parks" title={t.parks}>
      {missing > 0 ? (
        <Alert
          className="no-print tables-missing"
          type="warning"
          showIcon
          title={`${t.missingTitle}：${t.missingCount(missing)}`}
          description={t.missingNote}
        />
      ) : null}
      <DataTable label={t.parks} columns={columns} rows={parks} rowKey={(row) => row.pilotId} />
    </Section>
  )
}

function StateOf({ state }: { state: contract.ParkState['state'] }) {
  const t = useWords(words)
  if (state === null) return <StatusTag tone="warning">{t.notOpened}</StatusTag>
  return <TableState state={state} />
}
