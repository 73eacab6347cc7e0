import { type AnyRoute, createRootRoute, createRoute, createRouter, type RouteComponent } from '@tanstack/react-router'
import type { PublicPath } from '../policy/people/public-pages.ts'
import { AppLayout } from './AppLayout.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RootFrame } from './RootFrame.tsx'
import { stayWhileOffline } from './stay-offline.ts'
import { parseSearch, stringifySearch } from './url.ts'

export const rootRoute = createRootRoute({ component: RootFrame, notFoundComponent: NotFoundPage })

/** Everything inside header and navigation; opens only for a signed-in person. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: AppLayout })

/** A page inside the shell: `page('/pilots/$pilotId/plan', lazyScreen(() => import('./PlanPage.tsx'), 'PlanPage'))`. */
export function page(path: string, component: RouteComponent): AnyRoute {
  return createRoute({ getParentRoute: () => shellRoute, path, component }) as unknown as AnyRoute
}

/** A page for everybody, without header and navigation, such as the phone confirmation. */
export function publicPage(path: PublicPath, component: RouteComponent): AnyRoute {
  return createRoute({ getParentRoute: () => rootRoute, path, component }) as unknown as AnyRoute
}

/** The router of the product from the features' pages. */
export function makeRouter(pages: readonly AnyRoute[]) {
  const inShell = [...pages.filter((one) => one.options.getParentRoute?.() === shellRoute), page('$', NotFoundPage)]
  const outside = pages.filter((one) => one.options.getParentRoute?.() !== shellRoute)
  const router = createRouter({
    routeTree: rootRoute.addChildren([shellRoute.addChildren(inShell), ...outside]),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingMinMs: 0,
    scrollRestoration: true,
  })
  stayWhileOffline(router)
  return router
}
