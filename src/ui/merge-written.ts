import type { TypedText, TypedTexts } from '../shared/typed-text.ts'
import { type Merged, mergeThree } from './merge.ts'

/** A text as it is saved: its values, and what stands in its fields and is no value, by field. */
export type Written = { readonly content: unknown; readonly typed: TypedTexts }

/** Merges field by field as `mergeThree` does, where a value and the text that stands in its place are one. */
export function mergeWritten(base: Written | undefined, mine: Written, theirs: Written): Merged<Written> {
  const names = [...new Set([base, mine, theirs].flatMap((one) => Object.keys(one?.typed ?? {})))]
  const paths = names.map((name) => ({ name, path: pathOf(name, [mine, theirs, base]) }))
  const joined = (one: Written): Written => join(one, paths)
  const merged = mergeThree(base && joined(base), joined(mine), joined(theirs))
  const parted = (one: Written): Written => part(one, paths)
  return {
    withMine: parted(merged.withMine),
    withTheirs: parted(merged.withTheirs),
    asked: parted(merged.asked),
    base: parted(merged.base as Written),
    clashes: merged.clashes,
  }
}

type Fields = Record<string, unknown>
type Path = { readonly name: string; readonly path: readonly string[] }
/** A value with the text in its place; a list without ids, which a merge takes as one. */
type Cell = readonly [{ readonly value?: unknown }, TypedText | null]

/** Fields are named within the content or, in a part within a part, within that. */
function pathOf(name: string, all: readonly (Written | undefined)[]): readonly string[] {
  const path = name.split('.')
  const [first = ''] = path
  for (const one of all) {
    if (!isFields(one?.content) || first in one.content) continue
    const inner = Object.entries(one.content).find(([, value]) => isFields(value) && first in value)
    if (inner) return [inner[0], ...path]
  }
  return path
}

function join({ content, typed }: Written, paths: readonly Path[]): Written {
  const next = structuredClone(content)
  const rest: Record<string, TypedText> = { ...typed }
  for (const { name, path } of paths) {
    const holder = holderOf(next, path)
    if (holder === undefined) continue
    delete rest[name]
    const key = path.at(-1) ?? ''
    const text = typed[name] ?? null
    if (holder && (text || key in holder))
      holder[key] = [key in holder ? { value: holder[key] } : {}, text] satisfies Cell
  }
  return { content: next, typed: rest }
}

function part({ content, typed }: Written, paths: readonly Path[]): Written {
  const next = structuredClone(content)
  const texts: Record<string, TypedText> = { ...typed }
  for (const { name, path } of paths) {
    const holder = holderOf(next, path)
    const key = path.at(-1) ?? ''
    if (!(holder && key in holder)) continue
    const [value, text] = holder[key] as Cell
    if ('value' in value) holder[key] = value.value
    else delete holder[key]
    if (text) texts[name] = text
  }
  return { content: next, typed: texts }
}

/** What holds the field; null where its row is gone, undefined where the content has no such place. */
function holderOf(content: unknown, path: readonly string[]): Fields | null | undefined {
  let here = content
  for (const step of path.slice(0, -1)) {
    if (Array.isArray(here)) {
      here = here.find((row: unknown) => isFields(row) && row.id === step)
      if (here === undefined) return null
    } else here = isFields(here) ? here[step] : undefined
  }
  return isFields(here) ? here : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
