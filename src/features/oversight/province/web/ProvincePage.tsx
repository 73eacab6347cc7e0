import { Select } from 'antd'
import { wordsOfAll } from '../../../../policy/returns/cadence-words.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { Money, percentText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { CountyOfficers } from './CountyOfficers.tsx'
import { figureLinks } from './figure-links.ts'
import { CountyTable, ParkTable } from './ProvinceTables.tsx'

/** Money, progress and returns of every pilot; a county opens its parks, a park opens its own pages. */
export function ProvincePage() {
  const t = useWords(words)
  const say = useText()
  const { search, setSearch } = useUrl()
  const view = useView(contract.showProvince, {
    search: { batchId: search.batch || undefined, countyId: search.county || undefined },
  })
  const county = view.data?.counties.find((one) => one.countyId === search.county)
  const shown = county ?? view.data?.totals
  const share = (fen: number) =>
    shown && shown.awardFen > 0 ? t.shareOfAward(percentText((fen / shown.awardFen) * 100)) : undefined
  const links = figureLinks({ countyId: county?.countyId, batchId: search.batch || undefined })
  const table = say(wordsOfAll(view.data?.cadences ?? []).returns)
  const batches = view.data?.batches ?? []
  return (
    <Page
      title={county?.countyName ?? t.title}
      crumbs={
        county ? [{ text: t.back, to: search.batch ? `/province?batch=${search.batch}` : '/province' }] : undefined
      }
      subtitle={
        view.data && !county ? (
          <AppLink to={links.pilots}>{t.subtitle(view.data.totals.counties, view.data.totals.pilots)}</AppLink>
        ) : undefined
      }
      actions={
        <>
          {batches.length > 1 ? (
            <Select
              aria-label={t.batch}
              value={search.batch ?? ''}
              onChange={(batch) => setSearch({ batch })}
              options={[
                { value: '', label: t.allBatches },
                ...batches.map((one) => ({ value: one.batchId, label: one.name })),
              ]}
            />
          ) : null}
          <PrintButton />
        </>
      }
    >
      <Async view={view} isEmpty={(data) => data.counties.length === 0} empty={t.empty}>
        {(data) =>
          shown ? (
            <>
              <StatTiles>
                <StatTile label={t.award} value={<Money fen={shown.awardFen} />} to={links.awardFen} />
                <StatTile
                  label={t.committed}
                  value={<Money fen={shown.committedFen} />}
                  to={links.committedFen}
                  note={share(shown.committedFen)}
                />
                <StatTile
                  label={t.disbursed}
                  value={<Money fen={shown.disbursedFen} />}
                  to={links.disbursedFen}
                  note={share(shown.disbursedFen)}
                />
                <StatTile
                  label={t.spent}
                  value={<Money fen={shown.spentFen} />}
                  to={links.spentFen}
                  note={share(shown.spentFen)}
                />
                <StatTile label={t.servicesCounted} value={shown.servicesCounted} to={links.servicesCounted} />
                <StatTile label={t.returnsLate(table)} value={shown.returnsLate} to={links.returnsLate} />
              </StatTiles>
              {county ? (
                <>
                  <ParkTable
                    parks={data.parks}
                    time={data.timeProgress}
                    table={table}
                    batch={search.batch || undefined}
                  />
                  <CountyOfficers countyId={county.countyId} batchId={search.batch} />
                </>
              ) : (
                <CountyTable
                  counties={data.counties}
                  totals={data.totals}
                  time={data.timeProgress}
                  batch={search.batch}
                  table={table}
                />
              )}
            </>
          ) : null
        }
      </Async>
    </Page>
  )
}
