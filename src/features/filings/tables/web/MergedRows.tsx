import { mergedReasons, whyEmpty, whyPartEmpty } from '../../../../policy/returns/empty-figure.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useUrl } from '../../../../ui/url.ts'
import { EmptyFigure, EmptyLegend } from '../../return/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { behindLink, type MergedFigureName, partLink } from './merged-links.ts'
import { figureText } from './merged-text.ts'

type Row = contract.MergedRowView

/** A figure of a merged row, which opens its parts, or why it is empty. */
function MergedFigure({ row, figure, to }: { row: Row; figure: MergedFigureName; to: string }) {
  const t = useWords(words)
  const say = useText()
  const why = figure === 'target' ? null : whyEmpty(row, figure)
  if (why) return <EmptyFigure why={why} />
  const text = figureText(figure, row[figure] ?? 0)
  return (
    <Figure to={to} label={`${t.partsOf(say(row.name), t[figure])} ${text}`}>
      {text}
    </Figure>
  )
}

/** The merged figures, with what each park or county gave to them; a figure opens the row it comes from. */
export function MergedRows({ table, thisPeriod }: { table: contract.MergedTable; thisPeriod: string }) {
  const t = useWords(words)
  const say = useText()
  const { columns: parts } = table
  const { county } = useUrl().search
  const number = (key: MergedFigureName, title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    width: 96,
    show: (row) => <MergedFigure row={row} figure={key} to={behindLink(table, county, row.indicator)} />,
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
    {
      ...number('total', t.total),
      show: (row) => (
        <strong>
          <MergedFigure row={row} figure="total" to={behindLink(table, county, row.indicator)} />
        </strong>
      ),
    },
    { ...number('rate', t.rate), width: 84 },
    ...parts.map(
      (part, at): Column<Row> => ({
        key: part.key,
        title: part.name,
        sort: (row) => row.parts[at]?.total,
        align: 'right',
        width: 116,
        show: (row) => {
          const value = row.parts[at]?.total ?? null
          const why = whyPartEmpty(row, { value, accepted: part.accepted })
          if (value === null) return why ? <EmptyFigure why={why} /> : null
          const text = figureText('total', value)
          return (
            <Figure
              to={partLink(table, part, row.indicator, 'total')}
              label={`${t.cellOf(part.name, say(row.name))} ${text}`}
            >
              {text}
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
