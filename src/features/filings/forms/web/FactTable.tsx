import { beforeText, factText } from '../../../../policy/filings/form-values.ts'
import type { FormFact } from '../../../../policy/filings/forms.ts'
import { Figure } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { words } from '../words.ts'

/** The figures a text was drafted from, in all and park by park; each opens where it is read. */
export function FactTable({ facts }: { facts: readonly FormFact[] }) {
  const t = useWords(words)
  const say = useText()
  const parks = facts[0]?.parts ?? []
  const split = parks.length > 1
  return (
    <section className="filing-facts-table" aria-label={t.facts}>
      <h3>
        {t.facts} <span className="soft">{t.factsNote}</span>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            <th scope="col">{t.all}</th>
            {split
              ? parks.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))
              : null}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{say(fact)}</th>
              <td>
                <Figure to={fact.href} label={`${say(fact)} ${say(factText(fact))}`}>
                  {say(factText(fact))}
                </Figure>
                <Before of={fact} />
              </td>
              {split
                ? fact.parts.map(({ name, value, before, href }) => (
                    <td key={name}>
                      <Figure to={href} label={`${name} ${say(fact)}`}>
                        {say(factText({ of: fact.of, value }))}
                      </Figure>
                      <Before of={{ of: fact.of, ...(before === undefined ? {} : { before }) }} />
                    </td>
                  ))
                : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What a figure was before the reductions that stand (G3.5). */
function Before({ of }: { of: Pick<FormFact, 'of' | 'before'> }) {
  const say = useText()
  const text = beforeText(of)
  return text ? <div className="soft">{say(text)}</div> : null
}
