import { useWords } from './language.tsx'
import { words } from './words.ts'

/** Why nothing was sent: something inside is no value, or has not arrived. */
export function FaultsLeft({ stopped }: { stopped: boolean }) {
  const t = useWords(words)
  if (!stopped) return null
  return (
    <p role="alert" className="field-error">
      {t.faultsLeft}
    </p>
  )
}
