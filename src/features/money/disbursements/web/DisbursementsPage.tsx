import { Segmented, Select } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useUrl } from '../../../../ui/url.ts'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** Every payment of the reader's area with its number on the provincial platform, and the table to file it there (G4.3). */
export function DisbursementsPage() {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const { search, setSearch } = useUrl()
  const filed = isFiled(search.filed) ? search.filed : undefined
  const table = useTableSearch(contract.listDisbursements, { pageSize: 50 })
  const filters = { ...(filed ? { filed } : {}), ...(search.batchId ? { batchId: search.batchId } : {}) }
  const view = useView(contract.listDisbursements, { search: { ...table.search, filed } }, { keepPrevious: true })
  return (
    <Page title={t.title} subtitle={view.data ? say(view.data.platform.name) : undefined}>
      <Async view={view}>
        {({ disbursements, total, batches, platform, file }) => (
          <>
            <p className="soft">
              {say(platform.how)} <span className="clause">{platform.clause}</span>
            </p>
            <DataTable
              label={t.title}
              rows={disbursements}
              rowKey={(row) => `${row.pilotId}/${row.trancheNo}`}
              table={table}
              total={total}
              loading={view.isPlaceholderData}
              exportTo={downloadUrl(contract.exportDisbursements, {}, { ...filters, language })}
              actions={
                <>
                  <Segmented
                    aria-label={t.filing}
                    value={filed ?? ''}
                    onChange={(value) => setSearch({ filed: value || null, page: null })}
                    options={[
                      { value: '', label: t.all },
                      { value: 'no', label: t.unfiled },
                      { value: 'yes', label: t.filed },
                    ]}
                  />
                  {batches.length > 1 ? (
                    <Select
                      aria-label={t.batch}
                      value={search.batchId ?? ''}
                      onChange={(value: string) => setSearch({ batchId: value || null, page: null })}
                      options={[
                        { value: '', label: t.allBatches },
                        ...batches.map(({ batchId, name }) => ({ value: batchId, label: name })),
                      ]}
                    />
                  ) : null}
                </>
              }
              empty={
                <>
                  <strong>{t.nothing}</strong>
                  <p className="soft">{t.nothingHint}</p>
                </>
              }
              columns={[
                {
                  key: 'parkName',
                  title: t.park,
                  show: (row) => <AppLink to={`/pilots/${row.pilotId}/money`}>{row.parkName}</AppLink>,
                },
                { key: 'countyName', title: t.county },
                { key: 'batchName', title: t.batch },
                { key: 'trancheNo', title: t.tranche, show: (row) => t.trancheNo(row.trancheNo) },
                { key: 'amountFen', title: t.amount, align: 'right', show: (row) => <Money fen={row.amountFen} /> },
                { key: 'voucherNo', title: t.voucher },
                { key: 'paidOn', title: t.paidOn, show: (row) => <DayText day={row.paidOn} /> },
                {
                  key: 'filing',
                  title: t.filingNumber,
                  show: (row) =>
                    row.filing ? (
                      <>
                        <span className="number">{row.filing.number}</span>
                        <div className="soft">
                          {row.filing.name} <DayText day={row.filing.filedOn} />
                        </div>
                      </>
                    ) : file.allowed ? (
                      <AppLink to={`/pilots/${row.pilotId}/money?act=file&tranche=${row.trancheNo}`}>
                        {t.record}
                      </AppLink>
                    ) : (
                      <StatusTag tone="warning">{t.missing}</StatusTag>
                    ),
                },
              ]}
            />
          </>
        )}
      </Async>
    </Page>
  )
}

function isFiled(text: string | undefined): text is 'yes' | 'no' {
  return text === 'yes' || text === 'no'
}
