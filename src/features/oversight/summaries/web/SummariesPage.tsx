import { CopyOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { filedLateText, overdueText } from '../../../../policy/calendar/deadlines.ts'
import { filingStateNames, filingStates } from '../../../../policy/filings/filing.ts'
import { factText } from '../../../../policy/filings/form-values.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { StatusTag, usePeriodText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { chaptersOf, plainText, totalsOf } from './merged.ts'
import { TotalDrawer } from './TotalDrawer.tsx'
import './summaries.css'

type View = Reply<typeof contract.mergeSummaries>

/** The half-year summaries of all counties as one draft, with where the missing ones stand. */
export function SummariesPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const asked = { batchId: search.batchId || undefined, period: search.period || undefined }
  const view = useView(contract.mergeSummaries, { search: asked }, { keepPrevious: true })
  return (
    <Page
      title={t.title}
      subtitle={t.note}
      crumbs={[{ text: t.filings, to: '/filings' }]}
      actions={
        <>
          {view.data ? <Choices data={view.data} /> : null}
          <PrintButton />
        </>
      }
    >
      <Async view={view} isEmpty={(data) => data.period === null} empty={t.noneOwed}>
        {(data) => <Merged data={data} />}
      </Async>
    </Page>
  )
}

function Choices({ data: { batches, batchId, period } }: { data: View }) {
  const t = useWords(words)
  const periodText = usePeriodText()
  const { setSearch } = useUrl()
  const batch = batches.find((one) => one.batchId === batchId)
  if (!batch) return null
  return (
    <>
      {batches.length > 1 ? (
        <Select
          aria-label={t.batch}
          value={batch.batchId}
          options={batches.map((one) => ({ value: one.batchId, label: one.name }))}
          popupMatchSelectWidth={false}
          onChange={(id: string) => setSearch({ batchId: id, period: null })}
        />
      ) : null}
      <Select
        aria-label={t.period}
        value={period ?? ''}
        options={batch.periods.map((code) => ({ value: code, label: periodText(code) }))}
        popupMatchSelectWidth={false}
        onChange={(code: string) => setSearch({ batchId: batch.batchId, period: code })}
      />
    </>
  )
}

function Merged({ data }: { data: View }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const { counties } = data
  const done = counties.filter((county) => county.content !== null)
  const missing = counties.filter((county) => county.content === null)
  const chapters = chaptersOf(done)
  const totals = totalsOf(done)
  const title = `${periodText(data.period ?? '')}${t.title}`
  const behind = (id: string) => `/summaries?batchId=${data.batchId}&period=${data.period}&behind=${id}`
  return (
    <>
      <Section title={t.counties} note={t.onRecord(done.length, counties.length)}>
        <Counties counties={counties} />
      </Section>
      {totals.length > 0 ? (
        <Section title={t.totals} note={t.totalsNote(done.length)}>
          <KeyValue
            columns={3}
            facts={totals.map((fact) => ({
              label: say(fact),
              value: <Figure to={behind(fact.id)}>{say(factText(fact))}</Figure>,
            }))}
          />
        </Section>
      ) : null}
      <TotalDrawer totals={totals} counties={done} />
      <Section
        title={t.draft}
        note={missing.length > 0 ? t.missing(missing.map((county) => county.unitName).join('、')) : undefined}
        actions={done.length > 0 ? <Copy text={plainText(title, chapters)} /> : undefined}
      >
        {done.length === 0 ? (
          <EmptyState>{t.nothingYet}</EmptyState>
        ) : (
          chapters.map((chapter) =>
            chapter.parts.length > 0 ? (
              <section key={chapter.id} className="summary-chapter">
                <h3>{say(chapter)}</h3>
                {chapter.parts.map(({ unitId, unitName, text }) => (
                  <div key={unitId} className="summary-part">
                    <h4>{unitName}</h4>
                    <div className="summary-text">{text}</div>
                  </div>
                ))}
              </section>
            ) : null,
          )
        )}
      </Section>
    </>
  )
}

function Counties({ counties }: { counties: readonly contract.CountySummary[] }) {
  const t = useWords(words)
  const say = useText()
  const columns: Column<contract.CountySummary>[] = [
    { key: 'unitName', title: t.county, width: 180, sort: ({ scope }) => scope },
    {
      key: 'state',
      title: t.state,
      width: 260,
      sort: ({ state }) => (state ? filingStates.indexOf(state) : -1),
      show: ({ state, isDone, standing }) => (
        <>
          <StatusTag tone={isDone ? 'good' : state === 'returned' ? 'warning' : 'neutral'}>
            {state ? say(filingStateNames[state]) : t.notBegun}
          </StatusTag>{' '}
          {standing.state === 'due' || standing.state === 'on-time' ? null : (
            <StatusTag tone={standing.state === 'late' ? 'warning' : 'bad'}>
              {say(standing.state === 'late' ? filedLateText(standing.days) : overdueText(standing.days))}
            </StatusTag>
          )}
        </>
      ),
    },
    { key: 'recordNo', title: t.recordNo, width: 200 },
    {
      key: 'open',
      title: t.open,
      card: 'bare',
      width: 90,
      show: ({ filingId }) => (filingId ? <AppLink to={`/filings/${filingId}`}>{t.open}</AppLink> : null),
    },
  ]
  return (
    <DataTable
      label={t.counties}
      columns={columns}
      rows={counties}
      rowKey={(county) => county.unitId}
      rowTo={({ filingId }) => (filingId ? `/filings/${filingId}` : null)}
    />
  )
}

function Copy({ text }: { text: string }) {
  const t = useWords(words)
  const { message } = App.useApp()
  return (
    <Button
      icon={<CopyOutlined aria-hidden />}
      onClick={() => {
        // On plain http the browser has no clipboard to offer.
        const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
        done.then(
          () => void message.success(t.copied),
          () => void message.warning(t.notCopied),
        )
      }}
    >
      {t.copy}
    </Button>
  )
}
