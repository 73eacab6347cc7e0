import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { executionWords } from '../../../../policy/returns/execution.ts'
import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, type Reply, useView } from '../../../../ui/api.ts'
import { StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { Money, StatusTag, usePeriodText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { BehindDrawer } from './BehindDrawer.tsx'
import { MergedRows } from './MergedRows.tsx'
import { behindLink, behindMoney, moneyNames } from './merged-links.ts'
import { ParksOf } from './ParksOf.tsx'
import { RecordTables } from './RecordTables.tsx'
import './tables.css'

type View = Reply<typeof contract.showTables>

/** The tables of a period, merged: a county's parks, or all counties of the province. */
export function TablesPage() {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const { search } = useUrl()
  const asked = {
    ...(search.batch ? { batchId: search.batch } : {}),
    ...(search.period ? { period: search.period } : {}),
    ...(search.county ? { countyId: search.county } : {}),
  }
  const view = useView(contract.showTables, { search: asked }, { keepPrevious: true })
  const table = view.data?.table
  const above = new URLSearchParams({ batch: table?.batchId ?? '', period: table?.period ?? '' })
  return (
    <Page
      title={table ? t.titleOf(table.unitName, periodText(table.period), say(table.name)) : t.title}
      subtitle={t.subtitle}
      crumbs={search.county && table ? [{ text: t.wholeProvince, to: `/tables?${above}` }] : undefined}
      status={table ? <Complete missing={table.missing} /> : undefined}
      actions={table ? <Acts table={table} /> : undefined}
    >
      {view.data ? <Choice view={view.data} /> : null}
      <Async view={view} isEmpty={(data) => data.table === null} empty={t.empty}>
        {(data) => (data.table ? <Table table={data.table} /> : null)}
      </Async>
    </Page>
  )
}

function Complete({ missing }: { missing: number }) {
  const t = useWords(words)
  return missing === 0 ? (
    <StatusTag tone="good">{t.complete}</StatusTag>
  ) : (
    <StatusTag tone="warning">{t.missingCount(missing)}</StatusTag>
  )
}

function Acts({ table }: { table: contract.MergedTable }) {
  const t = useWords(words)
  const { language } = useLanguage()
  const { batchId, period, countyId } = table
  const search = { batchId, period, language, ...(countyId === null ? {} : { countyId }) }
  return (
    <>
      <Button href={downloadUrl(contract.tablesWorkbook, {}, search)} download icon={<DownloadOutlined aria-hidden />}>
        {t.download}
      </Button>
      <PrintButton />
      <RecordTables table={table} />
    </>
  )
}

/** Batch, period and, for the province, the county: each choice is an address. */
function Choice({ view }: { view: View }) {
  const t = useWords(words)
  const periodText = usePeriodText()
  const { search, setSearch } = useUrl()
  const { batches, periods, counties, table } = view
  if (!table) return null
  return (
    <div className="tables-choice no-print">
      {batches.length > 1 ? (
        <Select
          aria-label={t.batch}
          value={table.batchId}
          onChange={(batch) => setSearch({ batch, period: null, county: null })}
          options={batches.map(({ batchId, name }) => ({ value: batchId, label: name }))}
        />
      ) : null}
      <Select
        aria-label={t.period}
        value={table.period}
        onChange={(period) => setSearch({ batch: table.batchId, period })}
        options={periods.map((period) => ({ value: period, label: periodText(period) }))}
      />
      {counties.length > 0 ? (
        <Select
          aria-label={t.county}
          value={search.county ?? ''}
          onChange={(county) => setSearch({ batch: table.batchId, period: table.period, county })}
          options={[
            { value: '', label: t.wholeProvince },
            ...counties.map(({ countyId, name }) => ({ value: countyId, label: name })),
          ]}
        />
      ) : null}
    </div>
  )
}

function Table({ table }: { table: contract.MergedTable }) {
  const t = useWords(words)
  const say = useText()
  const c = useWords(cadenceWords[table.cadence])
  const execution = executionWords(table)
  const { search } = useUrl()
  return (
    <>
      <StatTiles>
        {moneyNames.map((name) => (
          <StatTile
            key={name}
            label={t[name]}
            value={name === 'executionRate' ? say(execution.rate) : <Money fen={table[name]} />}
            note={name === 'executionRate' && execution.ledger ? say(execution.ledger) : undefined}
            to={behindLink(table, search.county, behindMoney)}
          />
        ))}
      </StatTiles>
      <ParksOf table={table} />
      <MergedRows table={table} thisPeriod={c.thisPeriod} />
      <BehindDrawer table={table} thisPeriod={c.thisPeriod} />
    </>
  )
}
