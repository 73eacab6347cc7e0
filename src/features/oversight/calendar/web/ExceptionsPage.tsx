import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useUrl } from '../../../../ui/url.ts'
import { DayText, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { GrantDialog } from './GrantDialog.tsx'
import { useDutyText } from './use-duty-text.ts'
import { useNarrowing } from './use-narrowing.ts'
import './calendar.css'

/** Every exception to a lock: what, whose, until when, why, by whom; and, for who may, a new one. */
export function ExceptionsPage() {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const table = useTableSearch(contract.listExceptions, { pageSize: 50 })
  const view = useView(contract.listExceptions, { search: table.search }, { keepPrevious: true })
  const narrowing = useNarrowing(view.data)
  const columns = useColumns((view.data?.batches.length ?? 0) > 1)
  return (
    <Page title={t.exceptions} subtitle={t.exceptionsHelp}>
      <Async view={view}>
        {(data) => (
          <>
            <DataTable
              label={t.exceptions}
              columns={columns}
              rows={data.exceptions}
              rowKey={(row) => row.exceptionId}
              table={table}
              total={data.total}
              loading={view.isPlaceholderData}
              empty={t.noExceptions}
              filters={[
                ...narrowing,
                {
                  name: 'state',
                  label: t.standing,
                  kind: 'select',
                  options: [
                    { value: 'open', text: t.stateOpen },
                    { value: 'ended', text: t.stateEnded },
                  ],
                },
              ]}
              actions={
                <ActionButton type="primary" action={data.grant} onClick={() => setSearch({ grant: 'new' })}>
                  {t.grant}
                </ActionButton>
              }
            />
            {search.grant && data.grant.allowed ? (
              <GrantDialog
                key={search.grant}
                chosen={search.grant}
                today={data.today}
                onClose={() => setSearch({ grant: null })}
              />
            ) : null}
          </>
        )}
      </Async>
    </Page>
  )
}

function useColumns(severalBatches: boolean): Column<contract.ExceptionView>[] {
  const t = useWords(words)
  const dutyText = useDutyText()
  return [
    {
      key: 'title',
      title: t.kind,
      show: (row) => (row.href ? <AppLink to={row.href}>{dutyText(row)}</AppLink> : dutyText(row)),
    },
    { key: 'unitName', title: t.unit },
    ...(severalBatches ? [{ key: 'batchName', title: t.batch }] : []),
    { key: 'reason', title: t.reason, width: 240 },
    {
      key: 'until',
      title: t.until,
      show: (row) => (
        <>
          <DayText day={row.until} />{' '}
          <StatusTag tone={row.open ? 'active' : 'neutral'}>{row.open ? t.stateOpen : t.stateEnded}</StatusTag>
        </>
      ),
    },
    {
      key: 'filedOn',
      title: t.filedOn,
      show: (row) => (row.filedOn ? <DayText day={row.filedOn} /> : <span className="soft">{t.notFiledYet}</span>),
    },
    {
      key: 'grantedByName',
      title: t.grantedBy,
      show: (row) => (
        <>
          {row.grantedByName}
          <div className="soft">
            <InstantText at={row.grantedAt} />
          </div>
        </>
      ),
    },
    { key: 'clause', title: t.basis, card: 'hide' },
  ]
}
