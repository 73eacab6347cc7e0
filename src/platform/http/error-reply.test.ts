import { expect, it } from 'vitest'
import { answerFor } from './error-reply.ts'

const text = () => ({ zh: '', en: '' })
const fromDatabase = (more: object) => Object.assign(new Error('from the database'), more)

it('answers a row outside the scope like one that is not there', () => {
  const outside = fromDatabase({ code: '42501', routine: 'ExecWithCheckOptions' })
  expect(answerFor(outside, text)).toMatchObject({ status: 404, reply: { error: { code: 'common.not-found' } } })
})

it('does not hide a right that the application lacks behind such an answer', () => {
  expect(answerFor(fromDatabase({ code: '42501', routine: 'aclcheck_error' }), text)).toBeNull()
})
