import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which of our modules travel together: those that `from` needs and no bundle before it. A screen that is none of these is a file of its own. */
const bundles = [
  { name: 'light', from: ['src/sign-in.tsx'] },
  { name: 'ahead', from: ['src/web.tsx'] },
  {
    name: 'shell',
    from: [
      'src/product.tsx',
      'src/features/oversight/inbox/web/InboxPage.tsx',
      'src/features/delivery/services/web/ServicesPage.tsx',
    ],
  },
]

/** Of Ant Design, what neither the shell nor those screens show; what the rest of it needs of this goes with the rest. */
const late =
  /[\\/](?:antd[\\/]es|@rc-component|@ant-design[\\/]icons[\\/]es)[\\/](?:index|icons[\\/]index|calendar|date-picker|picker|form|async-validator|progress|qr-?code|rate|segmented)\b/
const ofAntd = /[\\/]node_modules[\\/](?:antd|@ant-design|@rc-component|dayjs)[\\/]/

/** How the build cuts the screens: few files for what every page needs, so that they come at once. */
export const groups: Rolldown.CodeSplittingGroup[] = [
  // What forbids Zod to try code made from text runs with Zod itself, before the first shape of any chunk.
  { name: 'zod', test: /node_modules[\\/]zod[\\/]|src[\\/]ui[\\/]no-eval/, priority: 9 },
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 8 },
  { name: 'store', test: /node_modules[\\/]@tanstack[\\/]query-core[\\/]/, priority: 8 },
  { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/, priority: 7 },
  { name: 'antd', test: (id) => ofAntd.test(id) && !late.test(id), priority: 6 },
  { name: 'antd-late', test: ofAntd, priority: 5 },
  ...bundles.map(({ name }, at) => ({
    name: bundleOf(name),
    debugName: name,
    test: /[\\/]src[\\/]/,
    priority: 4 - at,
  })),
]

function bundleOf(name: string) {
  return (id: string, graph: Rolldown.ChunkingContext) => (placesIn(graph).get(id) === name ? name : null)
}

let known: ReadonlyMap<string, string> | null = null

/** The bundle of each of our modules; the first of each bundle stays a file of its own, by which it is named. */
function placesIn(graph: Rolldown.ChunkingContext): ReadonlyMap<string, string> {
  if (known) return known
  const places = new Map<string, string>()
  for (const { name, from } of bundles) {
    const first = from.map((path) => join(root, path))
    const found = new Set(first)
    for (const id of found)
      for (const imported of graph.getModuleInfo(id)?.importedIds ?? [])
        if (imported.startsWith(join(root, 'src/'))) found.add(imported)
    for (const id of found) if (!places.has(id) && !first.includes(id)) places.set(id, name)
  }
  known = places
  return places
}
