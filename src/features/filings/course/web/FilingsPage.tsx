import { Button, Pagination, Select } from 'antd'
import { type FilingKind, filingKinds } from '../../../../policy/filings/filing-kinds.ts'
import { filingTitle } from '../../../../policy/filings/filing-title.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { type ListOrder, useTableSearch } from '../../../../ui/table-search.ts'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { FilingTable } from './FilingTable.tsx'
import { SigningCard } from './SigningCard.tsx'
import './filings.css'

type Listed = Reply<typeof contract.listFilings>
const pageSize = 50

/** What the reader owes or oversees, by batch and kind, begun or not. */
export function FilingsPage() {
  const t = useWords(words)
  const me = useMe()
  const table = useTableSearch(contract.listFilings, { pageSize })
  const view = useView(contract.listFilings, { search: table.search }, { keepPrevious: true })
  return (
    <Page
      title={t.title}
      subtitle={t.listNote}
      actions={me.permissions.includes('province.view') ? <AppLink to="/summaries">{t.merged}</AppLink> : undefined}
    >
      <Async view={view}>
        {(data) => (
          <>
            <Filters batches={data.batches} />
            {data.filings.length === 0 ? <Nothing /> : <Groups data={data} order={table} />}
            <Pages total={data.total} current={table.page} />
          </>
        )}
      </Async>
      <SigningCard />
    </Page>
  )
}

function Pages({ total, current }: { total: number; current: number }) {
  const { setSearch } = useUrl()
  const phone = useIsPhone()
  if (total <= pageSize) return null
  return (
    <Pagination
      className="pagination"
      simple={phone}
      current={current}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      onChange={(page) => setSearch({ page: page === 1 ? null : page })}
    />
  )
}

function Nothing() {
  const t = useWords(words)
  const { search, setSearch } = useUrl()
  const filtered = Boolean(search.batchId || search.kind || search.show || search.under)
  return (
    <EmptyState>
      <p>{filtered ? t.nothingFound : t.nothingOwed}</p>
      {filtered ? (
        <Button onClick={() => setSearch({ batchId: null, kind: null, show: null, under: null })}>
          {t.clearFilters}
        </Button>
      ) : null}
    </EmptyState>
  )
}

function Filters({ batches }: Pick<Listed, 'batches'>) {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const kinds = Object.keys(filingKinds) as FilingKind[]
  return (
    <div className="filing-filters no-print">
      {batches.length > 1 ? (
        <Select
          aria-label={t.batch}
          value={search.batchId ?? ''}
          onChange={(batchId: string) => setSearch({ batchId, page: null })}
          options={[
            { value: '', label: t.allBatches },
            ...batches.map(({ batchId, name }) => ({ value: batchId, label: name })),
          ]}
          popupMatchSelectWidth={false}
        />
      ) : null}
      <Select
        aria-label={t.kind}
        value={search.kind ?? ''}
        onChange={(kind: string) => setSearch({ kind, page: null })}
        options={[
          { value: '', label: t.allKinds },
          ...kinds.map((kind) => ({ value: kind as string, label: say(filingKinds[kind]) })),
        ]}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t.show}
        value={search.show ?? ''}
        onChange={(show: string) => setSearch({ show, page: null })}
        options={[
          { value: '', label: t.showAll },
          { value: 'open', label: t.showOpen },
          { value: 'late', label: t.showLate },
          { value: 'done', label: t.showDone },
        ]}
        popupMatchSelectWidth={false}
      />
    </div>
  )
}

type Group = { readonly key: string; readonly title: string; readonly rows: contract.OwedFiling[] }

/** One table a batch where one unit files; else one for each kind and period, county under county. */
function Groups({ data, order }: { data: Listed; order: ListOrder }) {
  const t = useWords(words)
  const say = useText()
  const { isOne } = data
  const groups = new Map<string, Group>()
  for (const row of data.filings) {
    const key = isOne ? row.batchId : `${row.batchId} ${row.kind} ${row.period}`
    const title = isOne ? row.batchName : `${say(filingTitle(row.name, row.period))} · ${row.batchName}`
    const group = groups.get(key) ?? { key, title, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ key, title, rows }) => (
    <section key={key} className="filing-group">
      <h2>
        {title}{' '}
        <span className="soft filing-count">{t.doneOf(rows.filter((row) => row.isDone).length, rows.length)}</span>
      </h2>
      <FilingTable label={title} rows={rows} today={data.today} first={isOne ? 'name' : 'unit'} order={order} />
    </section>
  ))
}
