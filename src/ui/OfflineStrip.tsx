import type { ReactNode } from 'react'
import { useOnline } from './use-online.ts'

/** A strip above the page for as long as the line is broken. */
export function OfflineStrip({ children }: { children: ReactNode }) {
  const online = useOnline()
  return (
    <div role="status" className="offline-banner" hidden={online}>
      {online ? null : (
        <>
          <svg viewBox="0 0 16 16" aria-hidden="true" className="line-icon">
            <path d="M1 6c4-3.9 10-3.9 14 0M3.4 8.7c2.7-2.6 6.5-2.6 9.2 0M5.8 11.3c1.3-1.2 3.1-1.2 4.4 0M8 13.5v.5" />
          </svg>{' '}
          {children}
        </>
      )}
    </div>
  )
}
