import { content, formsOf } from './acts.ts'
import type { Side } from './against-sides.ts'
import { firstAfterSilence, firstClicks, once } from './alone.ts'
import { checkList } from './checks.ts'
import { load } from './children.ts'
import type { Load } from './load.ts'
import { listPaths } from './measure.ts'
import type { Asked, Requests } from './requests.ts'

/** One piece of work done by a side once: milliseconds, or MiB. */
export type Row = {
  readonly work: string
  readonly unit: 'ms' | 'MiB'
  /** How often each side does it, in turn with the other. */
  readonly rounds: number
  take(side: Side): Promise<number>
}

export type Wish = { readonly seconds: number; readonly rounds: number; wanted(work: string): boolean }

/** What both sides are measured by; `requests` of each say where its records lie. */
export async function rowsOf(
  sides: readonly Side[],
  requests: ReadonlyMap<Side, Requests>,
  wish: Wish,
): Promise<Row[]> {
  const { rounds, wanted } = wish
  const rows: Row[] = []
  if (wanted('first')) rows.push(...firstClicks.map((asked) => firstRow(asked, rounds)))
  if (wanted('list')) {
    for (const { connection, product } of sides)
      for (const path of listPaths) await checkList(connection, product.address, path)
    rows.push(loadRow('scoped list of 50, 10 connections', wish, async () => read('bench-county', listPaths)))
  }
  if (wanted('command')) {
    const forms = new Map(
      await Promise.all(sides.map(async (side) => [side, await formsOf(side.connection, side.product)] as const)),
    )
    const save = async (side: Side) => ({ kind: 'save' as const, forms: (await forms.get(side)?.()) ?? [], content })
    rows.push(loadRow('one command, 10 connections', wish, save))
  }
  if (wanted('province'))
    rows.push(loadRow('provincial page, 10 connections', wish, async () => read('bench-province', ['/api/province'])))
  if (wanted('clicks')) rows.push(...shared(requests, 'clicks', rounds))
  if (wanted('routes')) rows.push(...shared(requests, 'routes', rounds))
  rows.push(memoryRow)
  return rows
}

const read = (session: string, paths: readonly string[]) => ({ kind: 'read' as const, session, paths })
type Order = Load extends infer L ? (L extends { address: string } ? Omit<L, 'seconds' | 'address'> : never) : never

/** Milliseconds a request, as ten connections meet it. */
function loadRow(work: string, { seconds, rounds }: Wish, order: (side: Side) => Promise<Order>): Row {
  return {
    work,
    unit: 'ms',
    rounds,
    take: async (side) => {
      const loaded = await load({ ...(await order(side)), seconds, address: side.product.address } as Load)
      if (loaded.refused > 0) throw new Error(`${work}: ${loaded.refused} requests were refused`)
      return loaded.p50
    },
  }
}

const firstRow = (asked: Asked, rounds: number): Row => ({
  work: asked.route.replace('first click', 'first click after 15 s of silence'),
  unit: 'ms',
  rounds,
  take: ({ product }) => firstAfterSilence(product, asked),
})

/** What both sides can be asked, each where its own record lies; a click is short and comes oftener. */
function shared(requests: ReadonlyMap<Side, Requests>, part: 'clicks' | 'routes', rounds: number): Row[] {
  const [first, ...others] = [...requests.values()]
  const known = (route: string) => others.every((other) => other[part].some((one) => one.route === route))
  return (first?.[part] ?? [])
    .filter(({ route }) => known(route))
    .map(({ route }) => ({
      work: route,
      unit: 'ms' as const,
      rounds: rounds * 3,
      take: async (side) => {
        const asked = requests.get(side)?.[part].find((one) => one.route === route)
        if (!asked) throw new Error(`${route} is not asked`)
        return (await once(side.product.address, asked)).ms
      },
    }))
}

/** Last of all: what the process has kept of everything above. */
const memoryRow: Row = {
  work: 'resident memory after all of the above',
  unit: 'MiB',
  rounds: 1,
  take: async ({ product }) => (await product.memory()).now / 2 ** 20,
}
