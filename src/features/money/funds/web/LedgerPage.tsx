import { entryNames } from '../../../../policy/money/ledger.ts'
import { isServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Pages } from '../../../../ui/Pages.tsx'
import { SortChoice } from '../../../../ui/Sorting.tsx'
import { TableToolbar } from '../../../../ui/TableToolbar.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import * as contract from '../contract.ts'
import { entryKinds } from '../entry-contract.ts'
import { words } from '../words.ts'
import { LedgerTable, useLedgerColumns } from './LedgerTable.tsx'
import { type Funds, MoneyFrame } from './MoneyFrame.tsx'
import { ReverseDialog } from './ReverseDialog.tsx'

/** Every entry of the pilot's own ledger, newest first; nothing here was ever changed. */
export function LedgerPage() {
  return <MoneyFrame>{(funds) => <Entries funds={funds} />}</MoneyFrame>
}

function Entries({ funds: { pilotId, lines, tranches } }: { funds: Funds }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const phone = useIsPhone()
  const columns = useLedgerColumns()
  const table = useTableSearch(contract.listEntries, { pageSize: 50 })
  const view = useView(contract.listEntries, { params: { pilotId }, search: table.search }, { keepPrevious: true })
  const kindName = (kind: string) => (isServiceKind(kind) ? say(serviceKinds[kind]) : kind)
  const total = view.data?.total
  const byTwo = tranches.some(({ takesTwo }) => takesTwo.includes('reversal'))
  const { kind, lineId } = table.search
  const exportTo = downloadUrl(contract.exportEntries, { pilotId }, { kind, lineId, language })
  return (
    <div className="data-table panel">
      <TableToolbar
        table={table}
        total={total}
        exportTo={exportTo}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: t.entryKind,
            options: entryKinds.map((kind) => ({ value: kind, text: say(entryNames[kind]) })),
          },
          {
            kind: 'select',
            name: 'lineId',
            label: t.fundLine,
            width: 240,
            options: lines.map(({ lineId, serviceKind, purpose }) => ({
              value: lineId,
              text: `${kindName(serviceKind)} · ${purpose}`,
            })),
          },
        ]}
      />
      <Async view={view}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState>{table.filtered ? undefined : t.ledgerEmpty}</EmptyState>
          ) : (
            <>
              {phone ? <SortChoice columns={columns} order={table} /> : null}
              <LedgerTable pilotId={pilotId} entries={entries} order={table} byTwo={byTwo} />
              <ReverseDialog byTwo={byTwo} entries={entries} />
            </>
          )
        }
      </Async>
      <Pages table={table} total={total} placed={view.data?.placed} />
    </div>
  )
}
