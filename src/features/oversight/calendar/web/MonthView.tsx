import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { TableToolbar } from '../../../../ui/TableToolbar.tsx'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { MovedDays } from '../../rest-days/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { listTo } from './links.ts'
import { Agenda, MonthGrid } from './MonthGrid.tsx'
import { useNarrowing } from './use-narrowing.ts'

/** A month at a time; on a phone the days on which something is due, one below the other. */
export function MonthView() {
  const t = useWords(words)
  const phone = useIsPhone()
  const table = useTableSearch(contract.showMonth)
  const view = useView(contract.showMonth, { search: table.search }, { keepPrevious: true })
  const filters = useNarrowing(view.data)
  const { batchId, kind, unitId } = table.values
  // The month is a place, not a filter.
  const narrowed = {
    ...table,
    filtered: Boolean(batchId || kind || unitId),
    clear: () => table.filter({ batchId: null, kind: null, unitId: null }),
  }
  return (
    <Async view={view}>
      {(data) => {
        const [year = 0, month = 1] = data.month.split('-').map(Number)
        const go = (months: number) => table.filter({ month: monthAfter(data.month, months) })
        const isEmpty = data.days.every(({ day, groups }) => groups.length === 0 || !day.startsWith(data.month))
        return (
          <>
            <MovedDays lists={data.moved} />
            <div className="panel month-view">
              <TableToolbar
                table={narrowed}
                filters={filters}
                actions={
                  <div className="month-turn">
                    {data.missing > 0 ? (
                      <AppLink
                        to={listTo({ batchId, kind, unitId, standing: 'missing' })}
                        className="tag tag-bad month-missing"
                      >
                        {t.missingCount(data.missing)}
                      </AppLink>
                    ) : null}
                    <Button aria-label={t.previousMonth} icon={<LeftOutlined aria-hidden />} onClick={() => go(-1)} />
                    <h2 aria-live="polite">{t.monthName(year, month)}</h2>
                    <Button aria-label={t.nextMonth} icon={<RightOutlined aria-hidden />} onClick={() => go(1)} />
                    <Button onClick={() => table.filter({ month: null })}>{t.today}</Button>
                    <PrintButton />
                  </div>
                }
              />
              {data.provisional ? <p className="month-note soft">{t.provisional}</p> : null}
              {phone || !isEmpty ? null : <p className="month-note soft">{t.nothingDue}</p>}
              {phone ? <Agenda view={data} /> : <MonthGrid view={data} />}
              {phone ? null : (
                <div className="month-printed">
                  <h2>{t.monthName(year, month)}</h2>
                  <Agenda view={data} />
                </div>
              )}
            </div>
          </>
        )
      }}
    </Async>
  )
}

function monthAfter(month: string, months: number): string {
  const [year = 0, no = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, no - 1 + months, 1)).toISOString().slice(0, 7)
}
