import { useWords } from '../../../../ui/language.tsx'
import { PreparedNote, UnsignedActs } from '../../../programme/signing/web/public.ts'
import { recordFiling } from '../act-contract.ts'
import type { FilingView } from '../contract.ts'
import { words } from './act-words.ts'

/** A recording that waits for the signature of the reader's bureau, and those it has not signed. */
export function PreparedRecording({ filing: { recordings } }: { filing: FilingView }) {
  const t = useWords(words)
  const { prepared, unsigned } = recordings
  if (prepared.length === 0 && unsigned.length === 0) return null
  return (
    <section className="panel filing-prepared" aria-label={t.preparedRecord}>
      <div className="section-head">
        <h2>{t.preparedRecord}</h2>
      </div>
      {prepared.map((one) => (
        <PreparedNote key={one.preparedId} prepared={one}>
          {t.recordNo(recordFiling.body.safeParse(one.body).data?.recordNo ?? '')}
        </PreparedNote>
      ))}
      <UnsignedActs unsigned={unsigned} />
    </section>
  )
}
