import { useLocation, useParams, useRouter } from '@tanstack/react-router'

/** The search part of an address as plain texts: `?page=2&status=open`. */
export type UrlSearch = Readonly<Record<string, string>>

export function parseSearch(text: string): UrlSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

type GoOptions = { replace?: boolean }

/** Goes to an address of the product: `go('/pilots/…/plan?section=fund-lines')`. */
export function useGo(): (to: string, options?: GoOptions) => void {
  const router = useRouter()
  return (to, options = {}) => {
    if (options.replace) router.history.replace(to)
    else router.history.push(to)
  }
}

/** Where the reader is, and a way to change parts of the search. Empty, null or undefined removes a part. */
export function useUrl(): {
  readonly path: string
  readonly search: UrlSearch
  readonly setSearch: (patch: Record<string, string | number | null | undefined>, options?: GoOptions) => void
} {
  const location = useLocation()
  const router = useRouter()
  const search = location.search as UrlSearch
  return {
    path: location.pathname,
    search,
    setSearch: (patch, options = { replace: true }) => {
      const now = router.state.location
      const next = `${now.pathname}${stringifySearch({ ...(now.search as object), ...patch })}`
      if (options.replace === false) router.history.push(next)
      else router.history.replace(next)
    },
  }
}

/** A parameter of the page's path: `usePathParam('pilotId')` on `/pilots/$pilotId`. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  const value = params[name]
  if (value === undefined) throw new Error(`this page's path has no $${name}`)
  return value
}
