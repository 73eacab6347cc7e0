import { useText, useWords } from './language.tsx'
import { pasteWords } from './paste-words.ts'
import type { Pasted } from './use-field-grid.ts'

/** What came of a paste, and what of the block was not taken. */
export function PastedNote({ pasted }: { pasted: Pasted }) {
  const t = useWords(pasteWords)
  const say = useText()
  const { rows, over, left, leftColumns, unclear, otherUnits, asides, cleared } = pasted
  const titles = [...new Set(cleared.flatMap((one) => one.titles.map(say)))]
  if (unclear.length > 0) return <strong className="field-error">{t.pastedUnclear(unclear.join(t.comma))}</strong>
  if (otherUnits.length > 0)
    return <strong className="field-error">{t.pastedOtherUnit(otherUnits.join(t.comma))}</strong>
  const named = leftColumns.map((title) => (typeof title === 'number' ? t.columnNo(title) : title))
  return (
    <>
      {t.pasted(rows)}
      {over > 0 ? <strong className="field-error">{t.pastedOver(over)}</strong> : null}
      {cleared.length > 0 ? (
        <strong className="field-error">
          {t.pastedCleared(cleared.map(({ row }) => row).join(t.comma), titles.join(t.comma))}
        </strong>
      ) : null}
      {asides.length > 0 ? <strong className="field-error">{t.pastedAsides(asides.join(t.comma))}</strong> : null}
      {named.length > 0 ? <strong className="field-error">{t.pastedLeftColumns(named.join(t.comma))}</strong> : null}
      {left.length > 0 ? t.pastedLeft(left.join(t.comma)) : null}
    </>
  )
}
