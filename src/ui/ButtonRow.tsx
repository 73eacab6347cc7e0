import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react'
import { useWords } from './language.tsx'
import { words } from './words.ts'

type Refused = { readonly id: string; readonly name: ReactNode; readonly reason: string }

type Row = {
  /** A button of the row says why it cannot be used, until the answer is called. */
  readonly tell: (refused: Refused) => () => void
  /** Where that reason stands. */
  readonly idOf: (reason: string) => string
}

const RowContext = createContext<Row | null>(null)

type ButtonRowProps = { className?: string; children: ReactNode }

/** Buttons beside each other; why some of them cannot be used stands below them all, each reason once. */
export function ButtonRow({ className = 'button-row', children }: ButtonRowProps) {
  const t = useWords(words)
  const id = useId()
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const tell = useCallback((one: Refused) => {
    setRefused((all) => [...all, one])
    return () => setRefused((all) => all.filter((other) => other !== one))
  }, [])
  const reasons = [...new Set(refused.map((one) => one.reason))]
  const order = reasons.join('\n')
  const row = useMemo(
    () => ({ tell, idOf: (reason: string) => `${id}-${order.split('\n').indexOf(reason)}` }),
    [tell, id, order],
  )
  return (
    <RowContext value={row}>
      <div className={className}>
        {children}
        {reasons.length > 0 ? (
          <ul className="why-not-list" aria-label={t.whyNot}>
            {reasons.map((reason) => (
              <li key={reason} id={row.idOf(reason)} className="why-not">
                {refused
                  .filter((one) => one.reason === reason)
                  .map((one, at) => (
                    <span key={one.id}>
                      {at > 0 ? t.listComma : null}
                      {one.name}
                    </span>
                  ))}
                {t.colon}
                {reason}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </RowContext>
  )
}

/** Where a button's reason stands in sight: in the row around it, or, where there is none, at the button itself. */
export function useReason(name: ReactNode, reason: string): { readonly id: string; readonly inRow: boolean } {
  const row = useContext(RowContext)
  const own = useId()
  const tell = row?.tell
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name is drawn anew each time, and says the same
  useEffect(() => (reason ? tell?.({ id: own, name, reason }) : undefined), [tell, own, reason, String(name)])
  return { id: row ? row.idOf(reason) : own, inRow: row !== null }
}
