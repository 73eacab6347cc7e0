import { useSyncExternalStore } from 'react'

const phoneQuery = '(max-width: 767px)'

function subscribe(notify: () => void): () => void {
  const media = window.matchMedia(phoneQuery)
  media.addEventListener('change', notify)
  return () => media.removeEventListener('change', notify)
}

/** Whether the window is as narrow as a phone. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(phoneQuery).matches)
}
