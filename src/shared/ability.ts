import { z } from 'zod'

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
