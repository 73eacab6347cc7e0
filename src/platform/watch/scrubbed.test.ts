import pg from 'pg'
import { expect, it } from 'vitest'
import { scrubbed } from './scrubbed.ts'

const secrets = ['张三', 'zhangsan', '13812345678', 'zhang@example.com', '91330421MA2910450G', '6222021234567890123']
const told = (error: unknown) => JSON.stringify(scrubbed(error))
const expectSilence = (error: unknown) => {
  for (const secret of secrets) expect(told(error), told(error)).not.toContain(secret)
}

function fromDatabase(): Error {
  const error = new pg.DatabaseError(`invalid input syntax for type uuid: "${secrets[1]}"`, 10, 'error')
  const detail = `Key (name, phone)=(${secrets[0]}, ${secrets[2]}) already exists.`
  const where = `PL/pgSQL function f(text) line 3 at SQL statement ${secrets[3]}`
  return Object.assign(error, { code: '23505', detail, where, constraint: 'units_uscc_key', table: 'units' })
}

it('keeps of a database’s error its code and what is its own, and none of the values', () => {
  expectSilence(fromDatabase())
  expect(scrubbed(fromDatabase())).toMatchObject({
    type: 'error',
    code: '23505',
    at: { constraint: 'units_uscc_key', table: 'units' },
  })
  expect(scrubbed(fromDatabase()).stack[0]).toMatch(/^at fromDatabase \(.*scrubbed\.test\.ts:\d+:\d+\)$/)
})

it('keeps where an error was thrown, and nothing of its text, whatever that looks like', () => {
  const lines = secrets.map((secret) => `    at ${secret} (/tmp/${secret}.ts:1:2)`).join('\n')
  for (const text of [secrets.join(' '), `${secrets.join('\n')}\n${lines}`, lines]) {
    const error = new Error(text)
    expectSilence(error)
    expect(scrubbed(error).stack[0]).toContain('scrubbed.test.ts')
    expectSilence(new Error('outer', { cause: error }))
    expectSilence(new AggregateError([error], text))
    error.name = secrets[0] ?? ''
    expectSilence(error)
    expectSilence(Object.assign(new Error(text), { code: secrets[0], table: secrets[3], syscall: secrets[2] }))
  }
  expectSilence(secrets[0])
  expectSilence({ name: secrets[0] })
})

it('keeps what the engine says of our own code', () => {
  const broken = () => (undefined as unknown as { part: { other: string } }).part.other
  const nowhere = (key: string) => (undefined as unknown as Record<string, string>)[key]
  const error = (work: () => unknown) => {
    try {
      return work()
    } catch (thrown) {
      return thrown
    }
  }
  expect(scrubbed(error(broken)).message).toBe('Cannot read properties of undefined (reading …)')
  for (const secret of secrets) expectSilence(error(() => nowhere(secret)))
  for (const secret of secrets) expectSilence(error(() => JSON.parse(`{"name": ${secret}`)))
})
