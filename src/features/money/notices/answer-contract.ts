import { z } from 'zod'
import { proseInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

export const onObjection = z.strictObject({ noticeId: z.uuid(), no: z.coerce.number().int().min(1).max(10_000) })

/** `withheld`: the objection's own words are not shown to the public. */
export const writtenAnswer = { text: proseInput(2000), withheld: z.boolean().default(false) }

const answer = z.object({ content: z.string(), bureau: z.enum(['economy', 'finance']), answeredOn: z.string() })

/** The answer in force, with the wordings it had before that everybody may read. */
export const publicAnswer = answer.extend({
  /** Of the last correction; null where it stands as it was given. */
  correctedOn: z.string().nullable(),
  former: z.array(z.object({ content: z.string(), correctedOn: z.string(), reason: z.string() })),
  /** Former wordings name a person and are not shown. */
  hidesFormer: z.boolean(),
})

/** The answer in force, with every correction, newest first. */
export const answerForBureaus = answer.extend({
  withheld: z.boolean(),
  byName: z.string(),
  corrections: z.array(
    z.object({
      no: z.number(),
      correctedOn: z.string(),
      byName: z.string(),
      reason: z.string(),
      /** What the answer said before. */
      former: z.string(),
      /** The former wording is kept from the public, by this correction or a later one. */
      isHidden: z.boolean(),
      /** Whether the objection's own words were kept from the public, before and since. */
      withheld: z.object({ before: z.boolean(), since: z.boolean() }),
    }),
  ),
})

export const correctAnswer = route({
  method: 'POST',
  path: '/api/notices/:noticeId/objections/:no/answer/corrections',
  permission: 'notice.answer',
  summary: { zh: '更正异议答复', en: 'Correct the answer to an objection' },
  params: onObjection,
  body: z.strictObject({
    ...writtenAnswer,
    /** The former wording names a person: it, those before it and the reason are not shown to the public. */
    hidesFormer: z.boolean().default(false),
    reason: proseInput(1000),
  }),
  reply: z.object({
    /** First, second correction of this answer. */
    correction: z.number(),
  }),
})
