import { noHead } from '../../../platform/audit/chain.ts'
import type { Leaf, Part, SealedBatch, Trail } from '../../../platform/audit/check-trail.ts'
import type { Sending } from '../../../platform/command.ts'
import type { ResultRow } from '../../../platform/database/statement.ts'
import { leavesAfter, type Span, type sealedRange, sealsAfter, unsealedAfter } from './package-store.ts'

export type Later = Sending['later']
type Range = ResultRow<typeof sealedRange>

/** What of the trail goes into a package; `range`: null where nothing was sealed. `acted`: told who acted, as the lines go by. */
export type TrailPart = {
  readonly span: Span
  readonly part: Part
  readonly range: Range | null
  readonly acted: Set<string>
}

/** What a part begins behind; before the first seal there is nothing that must be believed. */
export function beginningOf(range: Range | null): Part['after'] {
  if (!range) return { no: 0, ...noHead }
  return { no: range.before, sha256: range.sha256 ?? noHead.sha256, sm3: range.sm3 ?? noHead.sm3 }
}

/** The seals of a package with what stands in them, read page by page while it is sent; nothing that is sealed ever changes. */
export function trailPart(later: Later, of: TrailPart): Trail {
  const rest = async () => ({ waiting: 0, strangers: [], gone: [] })
  return { batches: batchesOf(later, of), rest, part: () => of.part }
}

export async function* sealsOf(later: Later, range: Range | null) {
  for (let after = range?.before ?? 0; range; ) {
    const page = await later((tx) => sealsAfter(tx, { after, last: range.last }))
    const end = page.at(-1)
    if (!end) return
    yield* page
    after = end.no
  }
}

async function* batchesOf(later: Later, of: TrailPart): AsyncGenerator<SealedBatch> {
  const all = leavesOf(later, of)
  let next = await all.next()
  for await (const seal of sealsOf(later, of.range)) {
    const leaves: Leaf[] = []
    for (; !next.done && next.value.no === seal.no; next = await all.next()) leaves.push(next.value.leaf)
    yield { ...seal, leaves }
  }
}

async function* leavesOf(later: Later, { range, span, acted }: TrailPart): AsyncGenerator<{ no: number; leaf: Leaf }> {
  // Behind every place of the seal before.
  for (let [seal, place] = [range?.before ?? 0, 2_147_483_647]; range; ) {
    const after = { seal, place, last: range.last, ...span }
    const page = await later((tx) => leavesAfter(tx, after))
    for (const { no, place: at, sha256, sm3, eventId, accountId, line } of page) {
      if (accountId) acted.add(accountId)
      const hashes = { place: at, sha256, sm3 }
      yield { no, leaf: eventId ? { ...hashes, eventId, line } : { ...hashes, eventId: '', line: null, left: true } }
    }
    const end = page.at(-1)
    if (!end) return
    ;[seal, place] = [end.no, end.place]
  }
}

/** Texts of the events of the span that have no seal yet. */
export async function* unsealedOf(later: Later, { range, span, acted }: TrailPart): AsyncGenerator<string> {
  const { start, end } = span
  for (let [at, id] = [start, '00000000-0000-0000-0000-000000000000']; ; ) {
    const page = await later((tx) => unsealedAfter(tx, { at, id, end, last: range?.last ?? 0 }))
    for (const { accountId, line } of page) {
      if (accountId) acted.add(accountId)
      yield line
    }
    const last = page.at(-1)
    if (!last) return
    ;[at, id] = [last.at, last.id]
  }
}
