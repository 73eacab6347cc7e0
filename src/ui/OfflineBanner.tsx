import { WifiOutlined } from '@ant-design/icons'
import { useMatches } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useWords } from './language.tsx'
import { useSession } from './session.ts'
import { words } from './words.ts'

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify)
  window.addEventListener('offline', notify)
  return () => {
    window.removeEventListener('online', notify)
    window.removeEventListener('offline', notify)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

/** Says that the line is broken, for as long as it is, and what the reader can do meanwhile. */
export function OfflineBanner() {
  const online = useOnline()
  const inShell = useMatches({ select: (matches) => matches.some(({ routeId }) => routeId === '/shell') })
  return (
    <div role="status" className="offline-banner" hidden={online}>
      {online ? null : (
        <>
          <WifiOutlined aria-hidden /> {inShell ? <ForAccount /> : <ForGuest />}
        </>
      )}
    </div>
  )
}

/** Only a park's posts have acts that wait on the device. */
function ForAccount() {
  const t = useWords(words)
  const { data } = useSession()
  return data?.permissions.includes('service.visit') ? t.offlineBanner : t.offlineReader
}

function ForGuest() {
  return useWords(words).offlineGuest
}
