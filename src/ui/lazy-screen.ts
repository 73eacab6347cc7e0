import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { ApiError } from './api-error.ts'
import { offlineWords } from './offline-words.ts'

/** The code of a screen cannot be fetched: there is no line, or nothing answers at its other end. */
export class ScreenMissing extends ApiError {
  constructor() {
    super(0, { text: offlineWords.screenMissing })
  }
}

const missing = new WeakSet<object>()
const ahead: RouteComponent[] = []

/**
 * A screen whose code is fetched when it is first opened. Without a line that fails as `ScreenMissing`; what the router does with
 * any other failure, loading the document anew, would put the browser's own error page in place of what was typed.
 */
export function lazyScreen<Name extends string>(
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
): RouteComponent {
  const screen: RouteComponent = lazyRouteComponent(async () => {
    try {
      const loaded = await load()
      missing.delete(screen)
      return loaded
    } catch (error) {
      missing.add(screen)
      throw (await answers()) ? error : new ScreenMissing()
    }
  }, name)
  return screen
}

/** The same of a screen on which acts wait for the network: it is fetched as soon as somebody is signed in. */
export function screenAhead<Name extends string>(
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
): RouteComponent {
  const screen = lazyScreen(load, name)
  ahead.push(screen)
  return screen
}

/** Fetches the screens that must open without a line; what fails is fetched when it is opened. */
export async function loadAhead(): Promise<void> {
  for (const screen of ahead) await screen.preload?.()
}

/** Whether these screens can be opened now. */
export async function areThere(screens: readonly (RouteComponent | undefined)[]): Promise<boolean> {
  await Promise.all(screens.map((screen) => screen?.preload?.()))
  return !screens.some((screen) => screen && missing.has(screen))
}

/** Whether the server can be reached at all: a new edition of the product has other files, which loading it anew brings. */
async function answers(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}
