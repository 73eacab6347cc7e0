import { z } from 'zod'
import { noDay, underneath } from '../shared/inputs.ts'
import type { Route } from '../shared/route.ts'
import type { Endpoint, Input } from './command.ts'
import { type FieldError, invalid, UnfitAndRefused } from './errors.ts'
import { fieldErrors, findUnfit, parsePart } from './invalid.ts'
import { partOf } from './shape-part.ts'

/** A value as it can be asked about, once for each of `values`, and what is wrong with it before any rule is asked. */
type Fitted<T> = { readonly values: readonly [T, ...T[]]; readonly unfit: readonly FieldError[] }

/**
 * Parses a part of a request. A text of a length it may not have is cut or filled up; in the place of what is no number or no day
 * stands one after another what could be there, so that the rules can be asked about all else. `unread`: fields that hold what their
 * sender could not read.
 * @throws HttpError 422 naming every wrong field, where more than that is wrong.
 */
export function parseOrFit<T extends z.ZodType>(
  schema: T,
  value: unknown,
  prefix = '',
  unread: readonly string[] = [],
): Fitted<z.output<T>> {
  const bad = findUnfit(value, prefix)
  if (bad) throw invalid([bad])
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success && unread.length === 0) return { values: [parsed.data], unfit: [] }
  const issues = parsed.error?.issues ?? []
  const told = parsed.error ? fieldErrors(parsed.error, prefix) : []
  const unfit = [
    ...told.filter(({ field }) => !unread.includes(field)),
    ...unread.map((field) => ({ field, ...unreadable })),
  ]
  const places = [
    ...issues.map((issue) => ({ path: issue.path, may: fitsFor(schema, value, issue) })),
    // What the sender could not read may still be of the right shape, and stays where nothing can stand in for it.
    ...unread.map((field) => ({ path: field.split('.'), may: numbersFor(schema, field.split('.')) })),
  ]
  if (places.slice(0, issues.length).some(({ may }) => may.length === 0)) throw invalid(unfit)
  const runs = Math.max(1, ...places.map(({ may }) => may.length))
  const values = Array.from({ length: runs }, (_, run) => {
    const copy: unknown = structuredClone(value)
    for (const { path, may } of places) if (may.length > 0) put(copy, path, may[run % may.length])
    return schema.safeParse(copy)
  }).flatMap((one) => (one.success ? [one.data] : []))
  const [first, ...others] = values
  if (values.length < runs || first === undefined) throw invalid(unfit)
  return { values: [first, ...others], unfit }
}

/**
 * What `ask` answers about a part of a request in its shape. Where something in it is unfit, `ask` is asked all the same, with
 * `isFit` false, for what else is wrong, and nothing it answers counts.
 * @throws UnfitAndRefused, and whatever `ask` throws
 */
export async function askFitted<T extends z.ZodType, Answer>(
  schema: T,
  value: unknown,
  prefix: string,
  ask: (value: z.output<T>, isFit: boolean) => Promise<Answer>,
): Promise<Answer> {
  const { values, unfit } = parseOrFit(schema, value, prefix)
  if (unfit.length === 0) return ask(values[0], true)
  throw await toldOf(values, unfit, (one) => ask(one, false))
}

/** What is unfit, with what is answered about each of the values that stand in its place. */
export async function toldOf<T>(
  values: readonly T[],
  unfit: readonly FieldError[],
  ask: (value: T) => Promise<unknown>,
): Promise<UnfitAndRefused> {
  const told: unknown[] = []
  for (const value of values)
    told.push(
      await ask(value).then(
        () => invalid(unfit),
        (error: unknown) => error,
      ),
    )
  return new UnfitAndRefused(unfit, told)
}

export type Read = {
  readonly inputs: readonly [Input<Route>, ...Input<Route>[]]
  readonly unfit: readonly FieldError[]
}

type Sent = {
  readonly params: unknown
  readonly search: unknown
  readonly body: () => unknown
  readonly unread: readonly string[]
}

/**
 * What was sent, in its shapes; several times where something in it is unfit, each with something else in its place.
 * @throws HttpError 422 naming every wrong field, where more than that is wrong.
 */
export function read(endpoint: Endpoint, sent: Sent): Read {
  const { route } = endpoint
  const { values, unfit } = fitBody(endpoint, sent.body(), sent.unread)
  const params = parsePart(route.params, lowerIds(sent.params), '')
  const search = parsePart(route.search, sent.search, '')
  const [first, ...others] = values
  return { inputs: [{ params, search, body: first }, ...others.map((body) => ({ params, search, body }))], unfit }
}

/** Ids in one letter case, in which the answer shows them again. */
function lowerIds(params: unknown): unknown {
  if (typeof params !== 'object' || params === null) return params
  const lower = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value.toLowerCase() : value)
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, lower(value)]))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An act is asked so that nobody but who may act can ask; what goes through public doors is fitted where its act says so. */
function fitBody({ route, kind, fitted }: Endpoint, body: unknown, unread: readonly string[]): Fitted<unknown> {
  if (route.upload) return { values: [{}], unfit: [] }
  const known = route.permission !== 'public' && route.permission !== 'signed-in'
  // A question that is posted looks ahead at an act, and is told what the act would be.
  const isForm = kind === 'command' || (kind === 'query' && route.method === 'POST')
  if (fitted || (isForm && known)) return parseOrFit(route.body, body, '', unread)
  const value = parsePart(route.body, body, '')
  if (unread.length > 0) throw invalid(unread.map((field) => ({ field, ...unreadable })))
  return { values: [value], unfit: [] }
}

const unreadable = { zh: '此处所填内容无法识别', en: 'What stands here cannot be read' }

/** What can stand in the place of what an issue is about: a text of a fitting length, a day, a number, a choice, or nothing chosen. */
function fitsFor(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'custom') return issue.params === noDay ? days : []
  const isLength = (issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'string'
  if (!isLength) {
    const may = numbersFor(schema, issue.path)
    return may.length > 0 ? may : choicesFor(schema, issue.path)
  }
  const text = issue.path.reduce<unknown>((inner, key) => (inner as Holder | null)?.[key], value)
  if (typeof text !== 'string' || issue.path.length === 0) return []
  return [
    issue.code === 'too_big' ? text.slice(0, Number(issue.maximum)).toWellFormed() : '某'.repeat(Number(issue.minimum)),
  ]
}

const days = ['2026-06-30', '1900-01-01', '2199-12-31'] as const
const numbers = [null, 1, 2030, 1_000_000_000, 0, 100] as const
/** One small, one in the middle, one large: what a rule says of another field whichever of them stands there does not hang on it. */
const enough = 3

/** Numbers that a field may hold, or null for one that may be empty; nothing where it is no number. */
function numbersFor(schema: z.ZodType, path: readonly PropertyKey[]): readonly unknown[] {
  const part = path.reduce<z.ZodType | null>((inner, key) => inner && partOf(inner, String(key)), schema)
  const bare = part && bareOf(part)
  if (!part || !(bare instanceof z.ZodNumber)) return []
  const { minValue, maxValue } = bare
  const near = [minValue, maxValue].filter((one) => one !== null && Math.abs(one) < 1e12)
  return [...numbers, ...near].filter((one) => part.safeParse(one).success).slice(0, enough)
}

/** Ids of nothing, in the place of what is no id. */
const nowhere = ['018f0000-0000-7000-8000-000000000000', '018f0000-0000-7000-8000-000000000001'] as const

/** Choices that a field offers; else that nothing is chosen, or an id of nothing where it may not be empty; nothing where it offers none. */
function choicesFor(schema: z.ZodType, path: readonly PropertyKey[]): readonly unknown[] {
  if (path.length === 0) return []
  const part = path.reduce<z.ZodType | null>((inner, key) => inner && partOf(inner, String(key)), schema)
  if (!part) return []
  const bare = bareOf(part)
  const fitting = (offered: readonly unknown[]) => offered.filter((one) => part.safeParse(one).success).slice(0, enough)
  if (bare instanceof z.ZodEnum) return fitting(bare.options)
  const empty = fitting([null, ''])
  return empty.length > 0 ? empty : fitting(nowhere)
}

function bareOf(shape: z.ZodType): z.ZodType {
  const under = underneath(shape)
  return under ? bareOf(under) : shape
}

type Holder = Record<PropertyKey, unknown>

function put(value: unknown, path: readonly PropertyKey[], what: unknown): void {
  const last = path.at(-1)
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Holder | null)?.[key], value)
  if (last !== undefined && typeof holder === 'object' && holder !== null) (holder as Holder)[last] = what
}
