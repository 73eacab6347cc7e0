import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { Told } from '../contract.ts'
import { words } from '../words.ts'

/** What stands on a paper, in its order: head, tables with every figure, opinions and seals. */
export function ToldPaper({ told: { title, lines, facts, tables, opinions } }: { told: Told }) {
  const t = useWords(words)
  return (
    <Section title={t.asIssued} note={t.compare}>
      <p className="told-title">{title}</p>
      {lines.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
      {facts.length > 0 ? <KeyValue facts={facts.map(([label, value]) => ({ label, value }))} /> : null}
      {tables.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was issued never changes its order
        <ToldTable key={at} table={table} />
      ))}
      {opinions.length > 0 ? (
        <KeyValue
          columns={1}
          facts={opinions.map(({ title: seat, text, on }) => ({ label: seat, value: `${text} ${on}`.trim() }))}
        />
      ) : null}
    </Section>
  )
}

function ToldTable({ table: { name, columns, rows } }: { table: Told['tables'][number] }) {
  const t = useWords(words)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="told-table" tabIndex={0} aria-label={name}>
      <table>
        <caption>{t.tableOf(name, rows.length)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
