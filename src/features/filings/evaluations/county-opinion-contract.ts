import { z } from 'zod'
import { fileShape } from '../../programme/files/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })

/** What a bureau of the county says to an evaluation of the province. */
export const countyOpinionShape = z.object({
  no: z.number(),
  bureau: text,
  /** The grade it proposes. */
  grade: text,
  reason: z.string(),
  file: fileShape.nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
  /** Whether it is the newest of its bureau. */
  counts: z.boolean(),
})
