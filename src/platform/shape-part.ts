import { z } from 'zod'
import { underneath } from '../shared/inputs.ts'

/** The shape of one part of a shape: a field, or a row of a list; null where the shape leaves that open. */
export function partOf(input: z.ZodType, part: string): z.ZodType | null {
  if (input instanceof z.ZodArray) return input.element as z.ZodType
  if (input instanceof z.ZodObject) return (input.shape as Readonly<Record<string, z.ZodType>>)[part] ?? null
  const under = underneath(input)
  return under && partOf(under, part)
}
