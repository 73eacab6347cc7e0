import { useSyncExternalStore } from 'react'

const phone = watched('(max-width: 767px)')
const still = watched('(prefers-reduced-motion: reduce)')

/** Whether the window is as narrow as a phone. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(phone.subscribe, phone.matches)
}

/** Whether the reader has asked the system for less motion. */
export function useIsStill(): boolean {
  return useSyncExternalStore(still.subscribe, still.matches)
}

function watched(query: string) {
  return {
    subscribe(notify: () => void): () => void {
      const media = window.matchMedia(query)
      media.addEventListener('change', notify)
      return () => media.removeEventListener('change', notify)
    },
    matches: () => window.matchMedia(query).matches,
  }
}
