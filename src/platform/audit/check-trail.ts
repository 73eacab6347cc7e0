import { type Hashes, hashesOf, headOf, noHead, type Seal } from './chain.ts'

/** An event in its seal; `line`: its text (`audit_line`), null where there is no such event. `left`: of a part, what is told by its hashes alone. */
export type Leaf = Hashes & {
  readonly place: number
  readonly eventId: string
  readonly line: string | null
  readonly left?: true
}
export type SealedBatch = Seal & { readonly leaves: readonly Leaf[] }

/** What stands outside of every seal. `strangers`: texts of events that are neither sealed nor waiting; `gone`: ids that wait and have no event. */
export type Rest = { readonly waiting: number; readonly strangers: readonly string[]; readonly gone: readonly string[] }

/**
 * A part of a trail: the seals from the one behind `after`, whose head is taken as it is told, with the texts of some days and of the units
 * below one path.
 */
export type Part = {
  readonly after: Hashes & { readonly no: number }
  readonly from: string
  readonly to: string
  readonly scope: string
}

/** `part`: known once the first batch is read; null or left out for a whole trail. */
export type Trail = {
  readonly batches: AsyncIterable<SealedBatch>
  readonly rest: () => Promise<Rest>
  readonly part?: () => Part | null
}

/** `no head`: a seal is not what was made of its events and the seal before it. `other head`: it is not the one that was kept elsewhere. */
export type Fault = {
  readonly what: 'altered' | 'missing' | 'inserted' | 're-ordered' | 'no head' | 'other head'
  readonly seal: number | null
  readonly place: number | null
  readonly eventId: string | null
}

/** `faults` in the order of the trail, the first ones of them; `head`: the last seal; `left`: how many of the events are told by their hashes alone. */
export type Checked = {
  readonly faults: readonly Fault[]
  readonly part: Part | null
  readonly seals: number
  readonly events: number
  readonly left: number
  readonly waiting: number
  readonly head: Seal | null
}

/** As many faults as are named. */
const mostNamed = 100

/**
 * Walks a trail from its first event and says what is altered, missing, inserted or re-ordered. `kept`: heads that were printed and kept
 * elsewhere, by number, SHA-256 or SM3: without one, whoever rewrites all seals anew is not found.
 */
export async function checkTrail(trail: Trail, kept: ReadonlyMap<number, string> = new Map()): Promise<Checked> {
  const faults: Fault[] = []
  const met = new Set<number>()
  let before: Hashes = noHead
  let last: Seal | null = null
  let [events, left] = [0, 0]
  for await (const { leaves, ...seal } of trail.batches) {
    const { no, sha256, sm3 } = seal
    const part = trail.part?.() ?? null
    // Where nothing came before, nobody has to be believed.
    if (last === null && part && part.after.no > 0) before = part.after
    const expected: number = (last?.no ?? part?.after.no ?? 0) + 1
    const whole = { seal: expected, place: null, eventId: null }
    if (no !== expected) faults.push({ ...whole, what: no > expected ? 'missing' : 're-ordered' })
    const within = faultsWithin(seal, leaves, part !== null)
    faults.push(...within)
    const head = headOf(seal, before, leaves)
    const made = head.sha256 === sha256 && head.sm3 === sm3
    if (!made && within.length === 0 && no === expected) faults.push({ ...whole, what: 'no head' })
    const other = kept.get(no)
    if (other !== undefined && other !== sha256 && other !== sm3)
      faults.push({ ...whole, seal: no, what: 'other head' })
    met.add(no)
    events += leaves.length
    left += leaves.filter((leaf) => leaf.left).length
    before = { sha256, sm3 }
    last = seal
    if (faults.length >= mostNamed) break
  }
  const { waiting, strangers, gone } = await trail.rest()
  for (const eventId of gone) faults.push({ what: 'missing', seal: null, place: null, eventId })
  for (const line of strangers) faults.push({ what: 'inserted', seal: null, place: null, eventId: readLine(line).id })
  for (const no of kept.keys())
    if (!met.has(no) && faults.length < mostNamed)
      faults.push({ what: 'missing', seal: no, place: null, eventId: null })
  const part = trail.part?.() ?? null
  return { faults: faults.slice(0, mostNamed), part, seals: met.size, events, left, waiting, head: last }
}

function faultsWithin(seal: Seal, leaves: readonly Leaf[], isPart: boolean): Fault[] {
  const faults: Fault[] = []
  const places = new Set(leaves.map(({ place }) => place))
  const seen = new Set<number>()
  let former = ''
  let reached = 0
  for (const leaf of leaves) {
    const { place, eventId, line } = leaf
    const fault = (what: Fault['what']) => faults.push({ what, seal: seal.no, place, eventId })
    const isNext = place > reached
    if (place > seal.events || seen.has(place)) fault('inserted')
    else if (place > reached + 1 && places.has(reached + 1)) fault('re-ordered')
    seen.add(place)
    reached = Math.max(reached, place)
    if (leaf.left && isPart) continue
    if (line === null) {
      fault('missing')
      continue
    }
    const { sha256, sm3 } = hashesOf(line)
    const { id, at } = readLine(line)
    if (sha256 !== leaf.sha256 || sm3 !== leaf.sm3 || id !== eventId) fault('altered')
    // Events of a seal stand by moment and id; changed moments are told above.
    else if (isNext && `${at} ${id}` < former) fault('re-ordered')
    former = `${at} ${id}`
  }
  for (let place = 1; place <= seal.events; place++)
    if (!seen.has(place)) faults.push({ what: 'missing', seal: seal.no, place, eventId: null })
  return faults.sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
}

/** Id and moment of an event's text; both empty where it is no such text. */
export function readLine(line: string): { id: string; at: string } {
  try {
    const [id, at] = JSON.parse(line) as unknown[]
    return { id: String(id ?? ''), at: String(at ?? '') }
  } catch {
    return { id: '', at: '' }
  }
}
