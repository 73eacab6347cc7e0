import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { FactDay, Money, StatusTag } from '../../../../ui/Values.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

/** The record of choice: every product compared, the one chosen marked (G3.3). */
export function SelectionBody({ selection }: { selection: NonNullable<ServiceView['selection']> }) {
  const t = useWords(courseWords)
  return (
    <>
      <ul className="compared" aria-label={t.compared}>
        {selection.candidates.map((one) => (
          <li key={one.productId} className={one.productId === selection.product.productId ? 'is-chosen' : undefined}>
            <span>
              {one.agencyName} · {one.name}
            </span>
            <Money fen={one.agreedPriceFen} />
            {one.productId === selection.product.productId ? <StatusTag tone="active">{t.chosen}</StatusTag> : null}
          </li>
        ))}
      </ul>
      <KeyValue
        columns={1}
        facts={[
          { label: t.reason, value: selection.reason },
          selection.fewReason !== '' && { label: t.fewReason, value: selection.fewReason },
        ]}
      />
      <p className="soft">
        <FactDay day={selection.on} enteredAt={selection.recordedAt} /> {selection.by}
      </p>
    </>
  )
}
