import { Button, Segmented, Select } from 'antd'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Pages } from '../../../../ui/Pages.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { FindingCard } from './FindingCard.tsx'

/** Everything that cannot both be right, newest first, both sides beside each other (G3.4). */
export function FindingsPage() {
  const t = useWords(words)
  const table = useTableSearch(contract.listFindings, { pageSize: 20 })
  const view = useView(contract.listFindings, { search: table.search }, { keepPrevious: true })
  const phone = useIsPhone()
  const { pilotId, kind } = table.values
  const choose = (value: string) => table.filter({ kind: value || null })
  const kinds = [{ value: '', label: t.all }, ...contract.findingKinds.map((one) => ({ value: one, label: t[one] }))]
  const back = pilotId ? { text: t.services, to: `/pilots/${pilotId}/services` } : undefined
  return (
    <Page title={t.title} subtitle={t.note} back={back}>
      <div className="finding-toolbar">
        {phone ? (
          <Select
            aria-label={t.kind}
            value={kind ?? ''}
            onChange={choose}
            options={kinds}
            popupMatchSelectWidth={false}
          />
        ) : (
          <Segmented aria-label={t.kind} value={kind ?? ''} onChange={choose} options={kinds} />
        )}
        {table.filtered ? (
          <Button type="link" onClick={table.clear}>
            {t.clear}
          </Button>
        ) : null}
        <span className="soft" role="status">
          {view.data ? t.count(view.data.total) : ''}
        </span>
      </div>
      <Async view={view} isEmpty={(data) => data.findings.length === 0} empty={t.none}>
        {({ findings, total, placed }) => (
          <>
            <div className="panel">
              {findings.map((finding) => (
                <FindingCard key={finding.findingId} finding={finding} />
              ))}
            </div>
            <Pages table={table} total={total} placed={placed} />
          </>
        )}
      </Async>
    </Page>
  )
}
