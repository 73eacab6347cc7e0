import { batchPeriod, findEdition } from '../../../../policy/editions/edition.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { Count, Money } from '../../../../ui/Values.tsx'
import { type BatchView, listBatches } from '../contract.ts'
import { words } from './batch-words.ts'
import { CreateBatch } from './CreateBatch.tsx'

/** The batches of the programme, several running side by side; the open dialog stands in the address. */
export function BatchesPage() {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const view = useView(listBatches)
  const columns: Column<BatchView>[] = [
    { key: 'name', title: t.name },
    {
      key: 'edition',
      title: t.edition,
      show: ({ edition }) => {
        const known = findEdition(edition)
        return known ? say(known.name) : edition
      },
    },
    { key: 'period', title: t.period, sort: ({ firstYear }) => firstYear, show: (batch) => <BatchPeriod {...batch} /> },
    {
      key: 'pilots',
      title: t.parks,
      align: 'right',
      show: ({ batchId, pilots }) => (
        <Figure to={`/batches/${batchId}`}>
          <Count value={pilots} />
        </Figure>
      ),
    },
    {
      key: 'awardFen',
      title: t.sum,
      align: 'right',
      show: ({ batchId, awardFen }) => (
        <Figure to={`/batches/${batchId}`}>
          <Money fen={awardFen} plain />
        </Figure>
      ),
    },
  ]
  return (
    <Page title={t.title} subtitle={t.note}>
      <DataTable
        label={t.title}
        columns={columns}
        rows={view.data?.batches}
        failed={view}
        rowKey={({ batchId }) => batchId}
        rowTo={({ batchId }) => `/batches/${batchId}`}
        empty={t.none}
        actions={
          <ActionButton type="primary" action={view.data?.create} onClick={() => setSearch({ act: 'create' })}>
            {t.create}
          </ActionButton>
        }
      />
      {search.act === 'create' && view.data?.create.allowed ? (
        <CreateBatch onClose={() => setSearch({ act: null })} />
      ) : null}
    </Page>
  )
}

/** First and last day of a batch; its first year alone where the edition is not known here. */
export function BatchPeriod({ edition, firstYear }: Pick<BatchView, 'edition' | 'firstYear'>) {
  const t = useWords(words)
  const known = findEdition(edition)
  if (!known) return <span className="number">{firstYear}</span>
  const { from, to } = batchPeriod(known, firstYear)
  return <span className="number">{t.from(from, to)}</span>
}
