import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { TableToolbar } from '../../../../ui/TableToolbar.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import * as contract from '../contract.ts'
import { unitKindNames, words } from '../words.ts'
import { listTo } from './links.ts'
import { RateTable, rateText } from './RateTable.tsx'
import { useNarrowing } from './use-narrowing.ts'
import './calendar.css'

/** How complete and how timely everything was filed, tier by tier; every figure opens the list behind it. */
export function LatenessPage() {
  const t = useWords(words)
  const say = useText()
  const table = useTableSearch(contract.showLateness)
  const view = useView(contract.showLateness, { search: table.search }, { keepPrevious: true })
  const filters = useNarrowing(view.data)
  const { batchId, kind } = table.values
  const narrowed = {
    ...table,
    filtered: Boolean(batchId || kind),
    clear: () => table.filter({ batchId: null, kind: null }),
  }
  const to = (unitId: string) => `/lateness?${new URLSearchParams({ ...kept({ batchId, kind }), unitId })}`
  const path = view.data?.path ?? []
  const unit = view.data?.unit
  return (
    <Page
      title={path.length > 1 && unit ? unit.name : t.latenessTitle}
      crumbs={path.length > 1 ? path.slice(0, -1).map((one) => ({ text: one.name, to: to(one.unitId) })) : undefined}
      subtitle={path.length > 1 ? t.latenessTitle : unit?.name}
      actions={<PrintButton />}
    >
      <Async view={view}>
        {(data) => {
          const { totals, today } = data
          const behind = { batchId, unitId: data.unit.unitId, to: today }
          return (
            <>
              <div className="panel lateness-bar">
                <TableToolbar table={narrowed} filters={filters} />
              </div>
              <StatTiles>
                <StatTile
                  label={t.completeness}
                  value={rateText(totals.completeness)}
                  to={listTo({ ...behind, kind, standing: 'owed' })}
                />
                <StatTile
                  label={t.timeliness}
                  value={rateText(totals.timeliness)}
                  to={listTo({ ...behind, kind, standing: 'owed' })}
                />
                <StatTile label={t.owedCount} value={totals.owed} to={listTo({ ...behind, kind, standing: 'owed' })} />
                <StatTile label={t.lateCount} value={totals.late} to={listTo({ ...behind, kind, standing: 'late' })} />
                <StatTile
                  label={t.overdueCount}
                  value={totals.overdue}
                  to={listTo({ ...behind, kind, standing: 'missing' })}
                />
                <StatTile
                  label={t.lockedCount}
                  value={totals.locked}
                  to={listTo({ ...behind, kind, standing: 'locked' })}
                />
              </StatTiles>
              {data.below.length > 0 ? (
                <Section title={t.byUnit} note={t.latenessHelp}>
                  <RateTable
                    label={t.byUnit}
                    first={t.unit}
                    rows={data.below.map((row) => ({
                      ...row,
                      key: `${row.unitId} ${row.own}`,
                      name: row.own ? t.ownDuties(row.name) : row.name,
                      note: row.own ? '' : say(unitKindNames[row.kind] ?? { zh: '', en: '' }),
                      to: row.own || row.kind === 'park' ? null : to(row.unitId),
                      behind: { ...behind, kind, unitId: row.unitId, owner: row.own ? ownerOf(row.kind) : null },
                    }))}
                  />
                </Section>
              ) : null}
              <Section title={t.byKind} note={data.below.length > 0 ? undefined : t.latenessHelp}>
                <RateTable
                  label={t.byKind}
                  first={t.kind}
                  empty={t.nothingOwed}
                  rows={data.byKind.map((row) => ({
                    ...row,
                    key: `${row.kind} ${row.owner}`,
                    name: say(row.title),
                    note: '',
                    to: null,
                    behind: { ...behind, kind: row.kind, owner: row.owner },
                  }))}
                />
              </Section>
            </>
          )
        }}
      </Async>
    </Page>
  )
}

function kept(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((one): one is [string, string] => Boolean(one[1])))
}

/** The tier whose own duties a unit of this kind has. */
function ownerOf(kind: string): string {
  return kind === 'province' ? 'province' : kind === 'park' ? 'pilot' : 'county'
}
