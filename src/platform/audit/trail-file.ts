import type { Hashes } from './chain.ts'
import type { Leaf, Part, Rest, SealedBatch, Trail } from './check-trail.ts'

/** What stands in a line of an exported trail: of a part first what it is; a seal, an event of the seal above it, what is in no seal, and last the end. */
type Line =
  | { readonly part: Part }
  | { readonly seal: Omit<SealedBatch, 'leaves'> }
  | { readonly event: Leaf }
  | { readonly left: Hashes & { readonly place: number } }
  | { readonly waiting: string }
  | { readonly stranger: string }
  | { readonly gone: string }
  | { readonly end: { readonly seals: number } }

/** A trail as text, a line each in JSON, ended by a line feed. `waiting`: texts of the events that are not sealed yet. */
export async function* linesOfTrail(
  trail: Trail,
  waiting: readonly string[] | AsyncIterable<string>,
): AsyncGenerator<string> {
  const line = (value: Line) => `${JSON.stringify(value)}\n`
  const part = trail.part?.() ?? null
  if (part) yield line({ part })
  let seals = 0
  for await (const { leaves, ...seal } of trail.batches) {
    seals += 1
    yield line({ seal })
    for (const { no: _, ...event } of leaves as readonly (Leaf & { no?: number })[]) {
      const { place, sha256, sm3 } = event
      yield line(event.left ? { left: { place, sha256, sm3 } } : { event })
    }
  }
  for await (const text of waiting) yield line({ waiting: text })
  const { strangers, gone } = await trail.rest()
  for (const stranger of strangers) yield line({ stranger })
  for (const id of gone) yield line({ gone: id })
  yield line({ end: { seals } })
}

/** What is no exported trail, or was cut off. `line`: its number, from 1. */
export class NoTrail extends Error {
  readonly line: number
  constructor(line: number) {
    super(`第 ${line} 行无法读取或文件不完整 · line ${line} cannot be read, or the file is cut off`)
    this.line = line
  }
}

/** Reads an exported trail again; the batches come before the rest. @throws NoTrail */
export function trailOfLines(lines: AsyncIterable<string>): Trail {
  let rest: Rest = { waiting: 0, strangers: [], gone: [] }
  let part: Part | null = null
  async function* batches(): AsyncGenerator<SealedBatch> {
    let batch: (SealedBatch & { leaves: Leaf[] }) | null = null
    let at = 0
    let ended = false
    for await (const text of lines) {
      at += 1
      const line = parsed(text, at)
      if (ended) throw new NoTrail(at)
      if ('part' in line && at === 1) part = line.part
      else if ('event' in line && batch) batch.leaves.push(line.event)
      else if ('left' in line && batch) batch.leaves.push({ ...line.left, eventId: '', line: null, left: true })
      else if ('seal' in line) {
        if (batch) yield batch
        batch = { ...line.seal, leaves: [] }
      } else if ('waiting' in line) rest = { ...rest, waiting: rest.waiting + 1 }
      else if ('stranger' in line) rest = { ...rest, strangers: [...rest.strangers, line.stranger] }
      else if ('gone' in line) rest = { ...rest, gone: [...rest.gone, line.gone] }
      else if ('end' in line) ended = true
      else throw new NoTrail(at)
    }
    if (!ended) throw new NoTrail(at + 1)
    if (batch) yield batch
  }
  return { batches: batches(), rest: async () => rest, part: () => part }
}

function parsed(text: string, at: number): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    throw new NoTrail(at)
  }
}
