import type { Edition } from '../../../../policy/editions/edition.ts'
import { type EditionRow, sourceNames } from '../../../../policy/editions/edition-row.ts'
import { editionRows } from '../../../../policy/editions/edition-rows.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText } from '../../../../ui/language.tsx'
import { StatusTag } from '../../../../ui/Values.tsx'

/** What a batch is chosen by; all of them stand on its page. */
const main = /^(?:awards|period|excludedDivisions|returns|obligations\.plan\.due|tranches\.\d+\.share)$/

/** The rules that matter when a batch is set up. */
export function EditionBrief({ edition }: { edition: Edition }) {
  const say = useText()
  const rows = editionRows(edition).filter((row) => main.test(row.key))
  const facts = rows.map((row) => ({ label: say(row.name), value: <Ruling row={row} /> }))
  return <KeyValue columns={1} facts={facts} />
}

function Ruling({ row }: { row: EditionRow }) {
  const say = useText()
  return (
    <>
      {say(row.says)} <SourceTag row={row} />
    </>
  )
}

/** By which clause, and whether the row is only inferred. */
export function SourceTag({ row: { clause, source } }: { row: EditionRow }) {
  const say = useText()
  return (
    <span className="rule-source">
      {clause ? <span className="clause">{clause}</span> : null}
      {source === 'inferred' ? <StatusTag tone="warning">{say(sourceNames.inferred)}</StatusTag> : null}
    </span>
  )
}
