import type { Route } from '../shared/route.ts'
import { type Args, viewQuery } from './call.ts'
import { queries } from './queries.ts'
import { sessionQuery } from './session-query.ts'
import { showAccount } from './shown-account.ts'

type Search = Readonly<Record<string, string>>

/** A page that people open the product at: its code, and what it asks first. */
export type FirstView = {
  readonly path: string
  readonly load: () => Promise<unknown>
  readonly route: Route
  readonly argsAt: (search: Search) => object
}

export function firstView<R extends Route, Screen>(view: {
  path: string
  load: () => Promise<Screen>
  route: R
  argsAt: (search: Search) => Args<R>
}): typeof view & FirstView {
  return view
}

/** Asks who is signed in, and what the page of this address asks first, before there is anything to show it. */
export async function askAhead(views: readonly FirstView[]): Promise<void> {
  const here = views.find(({ path }) => path === window.location.pathname)
  // What cannot be fetched now is fetched, and told of, when it is needed.
  void here?.load().catch(() => {})
  const session = await queries.fetchQuery(sessionQuery).catch(() => null)
  if (!here || !session?.permissions.includes(here.route.permission)) return
  showAccount(session.accountId)
  const search = Object.fromEntries(new URLSearchParams(window.location.search))
  await queries.prefetchQuery(viewQuery(here.route, here.argsAt(search)))
}
