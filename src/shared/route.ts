import { z } from 'zod'
import { keyInput } from './inputs.ts'
import type { Text } from './words.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `kept`: the file goes into the store; else it is gone once the request is answered. */
export type UploadRule = { readonly maxBytes: number; readonly kept?: boolean }

/** One door of the product: what goes in, what comes out, and who may pass. Shared by server, screens and the OpenAPI document. */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Search extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  readonly method: Method
  /** `/api/pilots/:pilotId/plan` */
  readonly path: string
  /** A row of `policy/people/roles.ts`; `public` needs no sign-in, `signed-in` any account. */
  readonly permission: string
  readonly summary: Text
  readonly params: Params
  readonly search: Search
  readonly body: Body
  readonly reply: Reply
  /** The body is one file, streamed; its name comes in the header `x-file-name` (URI-encoded). */
  readonly upload?: UploadRule
  /** The reply is a file. */
  readonly download?: boolean
  /** The file is a small picture of what the reader sees anyway: handing it out is not recorded. */
  readonly picture?: boolean
  /** The reply holds a secret that is kept nowhere; a repeated key therefore acts anew. */
  readonly secretReply?: boolean
  /** Open to a session that must first do something else, such as change its password. */
  readonly whileDue?: boolean
  /**
   * Open to an expert, too, who has a seat on an evaluation of the one pilot that the ids in the path are of, or the id in this
   * parameter of the search. Only where nothing is written.
   */
  readonly bySeat?: true | 'pilotId'
}

const nothing = z.strictObject({})

/** Declares a route; params, search and body left out are empty and refuse any field. */
export function route<
  Params extends z.ZodType = typeof nothing,
  Search extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
  Reply extends z.ZodType = typeof nothing,
>(declared: {
  method: Method
  path: string
  permission: string
  summary: Text
  params?: Params
  search?: Search
  body?: Body
  reply?: Reply
  upload?: UploadRule
  download?: boolean
  picture?: boolean
  secretReply?: boolean
  whileDue?: boolean
  bySeat?: true | 'pilotId'
}): Route<Params, Search, Body, Reply> {
  return {
    ...declared,
    params: declared.params ?? (nothing as unknown as Params),
    search: declared.search ?? (nothing as unknown as Search),
    body: declared.body ?? (nothing as unknown as Body),
    reply: declared.reply ?? (nothing as unknown as Reply),
  }
}

/** The path with its parameters filled in and the search appended. */
export function address(of: Pick<Route, 'path'>, params: object = {}, search: object = {}): string {
  const path = of.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )
  const pairs: string[] = []
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) pairs.push(`${key}=${encodeURIComponent(String(one))}`)
  }
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

const text = z.object({ zh: z.string(), en: z.string() })

/** Whether the reader may do something now, and if not why and by which clause: drawn by the screen, decided by the policy. */
export const ability = z.object({
  action: z.string(),
  allowed: z.boolean(),
  because: text.nullable(),
  clause: z.string().nullable(),
})
export type Ability = z.infer<typeof ability>

/** What a view tells about several actions, each by a name of the list, so that a name that is not on it does not compile. */
export function abilities<const Name extends string>(...names: readonly [Name, ...Name[]]) {
  return z.array(ability.extend({ action: z.enum(names) }))
}

/** Which page of a list, from 1, and how many rows a page. */
export function pageInputs(pageSize = 50) {
  return {
    page: z.coerce.number<string | number>().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number<string | number>().int().min(1).max(200).default(pageSize),
  }
}

/** The same of a list that grows without end, whose pages are turned by key: `place` is one of those that its reply names. */
export function placeInputs(pageSize = 50) {
  return { ...pageInputs(pageSize), place: keyInput(2000).optional() }
}

/** Where a page lies: its number, the place at which it begins, and that after its last row; null where there is none. */
export const placed = z.object({ page: z.number(), place: z.string().nullable(), next: z.string().nullable() })
export type Placed = z.infer<typeof placed>

/** The order of a list: one of these columns, `-` in front for falling; the list's own order where it is left out. */
export function sortInput<const Key extends string>(...keys: Key[]) {
  return z
    .enum([...keys, ...keys.map((key): `-${Key}` => `-${key}`)] as [Key | `-${Key}`, ...(Key | `-${Key}`)[]])
    .optional()
}
