import type { AnyRouter } from '@tanstack/react-router'
import { areThere } from './lazy-screen.ts'

const event = 'screen-missing'

/** Without a line, whoever goes to a screen whose code was never fetched stays where they are, and is told. */
export function stayWhileOffline(router: AnyRouter): void {
  let release: (() => void) | null = null
  const watch = () => {
    release?.()
    release = navigator.onLine
      ? null
      : router.history.block({
          enableBeforeUnload: false,
          blockerFn: async ({ nextLocation }: { readonly nextLocation: { readonly pathname: string } }) => {
            const [matched] = router.getMatchedRoutes(nextLocation.pathname)
            if (await areThere(matched.map((route) => route.options.component))) return false
            window.dispatchEvent(new Event(event))
            return true
          },
        })
  }
  window.addEventListener('online', watch)
  window.addEventListener('offline', watch)
  watch()
}

/** Calls back whenever somebody was kept from such a screen. */
export function onScreenMissing(told: () => void): () => void {
  window.addEventListener(event, told)
  return () => window.removeEventListener(event, told)
}
