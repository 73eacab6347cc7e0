import { mergedReasons, whyEmpty, whyPartEmpty } from '../../../../policy/returns/empty-figure.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Percent } from '../../../../ui/Values.tsx'
import { EmptyFigure, EmptyLegend } from '../../return/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

type Row = contract.MergedRowView

function figureText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

/** A figure of a merged row, or why it is empty. */
function MergedFigure({ row, figure }: { row: Row; figure: 'thisPeriod' | 'thisYear' | 'total' | 'rate' }) {
  const why = whyEmpty(row, figure)
  if (why) return <EmptyFigure why={why} />
  const value = row[figure] ?? 0
  return figure === 'rate' ? <Percent value={value} /> : <span className="number">{figureText(value)}</span>
}

/** The merged figures, with what each park or county gave to them; a figure opens the row it comes from. */
export function MergedRows({ table, thisPeriod }: { table: contract.MergedTable; thisPeriod: string }) {
  const t = useWords(words)
  const say = useText()
  const { columns: parts, countyId } = table
  const number = (key: 'thisPeriod' | 'thisYear' | 'total' | 'rate', title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    width: 96,
    show: (row) => <MergedFigure row={row} figure={key} />,
  })
  const columns: Column<Row>[] = [
    {
      key: 'indicator',
      title: t.indicator,
      fixed: true,
      width: 220,
      show: (row) => (
        <>
          {say(row.name)}
          <div className="soft tables-level">
            {row.indicator} · {say(row.l2)} · {say(row.unit)}
          </div>
        </>
      ),
    },
    {
      key: 'target',
      title: t.target,
      align: 'right',
      width: 96,
      show: (row) => <span className="number">{figureText(row.target)}</span>,
    },
    number('thisPeriod', thisPeriod),
    number('thisYear', t.thisYear),
    {
      ...number('total', t.total),
      show: (row) => (
        <strong>
          <MergedFigure row={row} figure="total" />
        </strong>
      ),
    },
    { ...number('rate', t.rate), width: 84 },
    ...parts.map(
      ({ key, name, to, accepted }, at): Column<Row> => ({
        key,
        title: name,
        sort: (row) => row.cells[at],
        align: 'right',
        width: 116,
        show: (row) => {
          const value = row.cells[at] ?? null
          const why = whyPartEmpty(row, { value, accepted })
          if (value === null) return why ? <EmptyFigure why={why} /> : null
          return (
            <Figure
              to={to === null || countyId === null ? to : `${to}?records=${row.indicator}`}
              label={`${t.cellOf(name, say(row.name))} ${figureText(value)}`}
            >
              {figureText(value)}
            </Figure>
          )
        },
      }),
    ),
  ]
  return (
    <Section id="merged" title={t.merged}>
      <DataTable
        label={t.merged}
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.indicator}
        empty={t.nothingAccepted}
      />
      <EmptyLegend reasons={mergedReasons(table)} />
    </Section>
  )
}
