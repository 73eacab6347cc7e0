import { z } from 'zod'
import { unmaskableList } from '../../../policy/people/unmasking.ts'
import { proseInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

export const unmask = route({
  method: 'POST',
  path: '/api/personal-data/unmasked',
  permission: 'personal.unmask',
  summary: {
    zh: '查看一项完整个人信息，须填写理由，留痕',
    en: 'One masked value whole, for a reason that is recorded',
  },
  body: z.strictObject({
    of: z.enum(unmaskableList),
    /** Of the record: the contact, the account that is paid to, the officer, the objection, the answer. */
    id: z.uuid(),
    reason: proseInput(500).default(''),
  }),
  secretReply: true,
  reply: z.object({ value: z.string() }),
})
