import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Percent } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

type Row = contract.MergedRowView

function figureText(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

/** The merged figures, with what each park or county gave to them; a figure opens the row it comes from. */
export function MergedRows({ table, thisPeriod }: { table: contract.MergedTable; thisPeriod: string }) {
  const t = useWords(words)
  const say = useText()
  const { columns: parts, countyId } = table
  const number = (key: 'target' | 'thisPeriod' | 'thisYear' | 'total', title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    width: 96,
    show: (row) => <span className="number">{figureText(row[key])}</span>,
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
    number('target', t.target),
    number('thisPeriod', thisPeriod),
    number('thisYear', t.thisYear),
    { ...number('total', t.total), show: (row) => <strong className="number">{figureText(row.total)}</strong> },
    { key: 'rate', title: t.rate, align: 'right', width: 84, show: (row) => <Percent value={row.rate} /> },
    ...parts.map(
      ({ key, name, to }, at): Column<Row> => ({
        key,
        title: name,
        align: 'right',
        width: 116,
        show: (row) => (
          <Figure
            to={
              row.cells[at] === null || to === null ? null : countyId === null ? to : `${to}?records=${row.indicator}`
            }
            label={`${t.cellOf(name, say(row.name))} ${figureText(row.cells[at] ?? null)}`}
          >
            {figureText(row.cells[at] ?? null)}
          </Figure>
        ),
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
    </Section>
  )
}
