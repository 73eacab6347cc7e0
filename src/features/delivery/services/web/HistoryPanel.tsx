import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { InstantText } from '../../../../ui/Values.tsx'
import type { ServiceView } from '../contract.ts'
import { historyWords, words } from '../words.ts'

/** Who did what, newest first. */
export function HistoryPanel({ service }: { service: ServiceView }) {
  const t = useWords(words)
  const h = useWords(historyWords)
  const named = (kind: string) => (kind in h ? h[kind as keyof typeof h] : kind)
  return (
    <Section id="history" title={t.history}>
      <ol className="history">
        {[...service.history].reverse().map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity but their place
          <li key={at}>
            <InstantText at={one.at} /> <strong>{named(one.kind)}</strong>
            <div className="soft">{one.by ?? h.enterprise}</div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
