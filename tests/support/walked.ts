import type { Placed } from '../../src/shared/route.ts'

type Asked = { readonly page: number; readonly pageSize: number; readonly place?: string }
type Part = { readonly ids: readonly string[]; readonly placed: Placed }

/** A list of `total` rows by the places that its pages name: from the first page on, and from the last one back. */
export async function walked(
  read: (asked: Asked) => Promise<Part>,
  total: number,
  pageSize = 2,
): Promise<{ forwards: string[]; backwards: string[] }> {
  const [forwards, backwards]: [string[], string[]] = [[], []]
  const last = Math.ceil(total / pageSize)
  let place: string | null = null
  const ask = (page: number) => read({ page, pageSize, ...(place ? { place } : {}) })
  for (let page = 1; page <= last; page++) {
    const { ids, placed } = await ask(page)
    if (placed.page !== page) throw new Error(`page ${page} says that it is page ${placed.page}`)
    forwards.push(...ids)
    place = placed.next
  }
  for (let page = last; page >= 1; page--) {
    const { ids, placed } = await ask(page)
    backwards.unshift(...ids)
    place = placed.place
  }
  return { forwards, backwards }
}
