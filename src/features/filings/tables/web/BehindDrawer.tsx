import { Drawer } from 'antd'
import { type EmptyReason, whyEmpty } from '../../../../policy/returns/empty-figure.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { percentText } from '../../../../ui/Values.tsx'
import { EmptyFigure } from '../../return/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { behindMoney, type MergedFigureName, mergedFigureNames, moneyNames, partLink } from './merged-links.ts'
import { figureText } from './merged-text.ts'

type Part = contract.MergedTable['columns'][number] & { readonly at: number }
type Props = { table: contract.MergedTable; thisPeriod: string }

/** What each park or county gave to the figure named in the address (`?behind=P3`, `?behind=money`), each with the way to its own. */
export function BehindDrawer({ table, thisPeriod }: Props) {
  const t = useWords(words)
  const say = useText()
  const phone = useIsPhone()
  const { search, setSearch } = useUrl()
  const row = table.rows.find((one) => one.indicator === search.behind)
  const isMoney = search.behind === behindMoney
  const ofRow = useRowColumns({ table, thisPeriod }, row)
  const ofMoney = useMoneyColumns(table)
  const who: Column<Part> = { key: 'name', title: table.countyId === null ? t.county : t.park, fixed: true, width: 150 }
  const parts = table.columns.map((column, at): Part => ({ ...column, at }))
  return (
    <Drawer
      open={row !== undefined || isMoney}
      title={isMoney ? t.moneyParts : row ? t.rowParts(say(row.name), say(row.unit)) : ''}
      size={phone ? '100%' : 760}
      onClose={() => setSearch({ behind: null })}
    >
      <DataTable
        label={t.parts}
        columns={[who, ...(isMoney ? ofMoney : ofRow)]}
        rows={parts}
        rowKey={(part) => part.key}
        sums={isMoney ? moneySums(table) : row ? rowSums(row) : undefined}
      />
    </Drawer>
  )
}

function useRowColumns({ table, thisPeriod }: Props, row: contract.MergedRowView | undefined): Column<Part>[] {
  const t = useWords(words)
  if (!row) return []
  const titles: Readonly<Record<MergedFigureName, string>> = { ...t, thisPeriod }
  return mergedFigureNames.map((figure) => ({
    key: figure,
    title: titles[figure],
    align: 'right',
    width: 104,
    sort: ({ at }) => row.parts[at]?.[figure],
    show: (part) => {
      const own = row.parts[part.at]
      const value = own?.[figure] ?? null
      if (value === null) return <EmptyFigure why={whyNone(row, own, figure)} />
      const text = figureText(figure, value)
      return (
        <Figure to={partLink(table, part, row.indicator, figure)} label={`${part.name} ${titles[figure]} ${text}`}>
          {text}
        </Figure>
      )
    },
  }))
}

function whyNone(
  { source, counts }: contract.MergedRowView,
  part: contract.MergedRowView['parts'][number] | undefined,
  figure: MergedFigureName,
): EmptyReason {
  if (!part || figure === 'target') return 'not-judged'
  return whyEmpty({ ...part, source, counts }, figure) ?? 'no-records'
}

/** The merged figures: of counts the sum, of ratios made anew from their parts. */
function rowSums(row: contract.MergedRowView): Record<string, string> {
  return Object.fromEntries(
    mergedFigureNames.flatMap((figure) => {
      const value = row[figure]
      return value === null ? [] : [[figure, figureText(figure, value)]]
    }),
  )
}

function moneySums({ awardFen, receivedFen, spentFen, executionRate }: contract.MergedTable): Record<string, string> {
  return {
    awardFen: formatYuan(awardFen),
    receivedFen: formatYuan(receivedFen),
    spentFen: formatYuan(spentFen),
    ...(executionRate === null ? {} : { executionRate: percentText(executionRate) }),
  }
}

function useMoneyColumns(table: contract.MergedTable): Column<Part>[] {
  const t = useWords(words)
  return moneyNames.map((name) => ({
    key: name,
    title: t[name],
    align: 'right',
    width: 130,
    sort: ({ accepted, ...part }) => (accepted ? part[name] : null),
    show: (part) => {
      const value = part.accepted ? part[name] : null
      if (value === null) return <EmptyFigure why={part.accepted ? 'nothing-received' : 'not-judged'} />
      const text = name === 'executionRate' ? percentText(value) : formatYuan(value)
      return (
        <Figure to={partLink(table, part, behindMoney, null)} label={`${part.name} ${t[name]} ${text}`}>
          {text}
        </Figure>
      )
    },
  }))
}
