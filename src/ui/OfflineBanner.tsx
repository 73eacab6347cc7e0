import { WifiOutlined } from '@ant-design/icons'
import { useSyncExternalStore } from 'react'
import { useWords } from './language.tsx'
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

/** Says that the line is broken, for as long as it is. */
export function OfflineBanner() {
  const t = useWords(words)
  const online = useOnline()
  return (
    <div role="status" className="offline-banner" hidden={online}>
      {online ? null : (
        <>
          <WifiOutlined aria-hidden /> {t.offlineBanner}
        </>
      )}
    </div>
  )
}
