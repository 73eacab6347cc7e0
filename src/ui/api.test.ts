import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { route } from '../shared/route.ts'
import { call } from './api.ts'
import { ApiError } from './api-error.ts'
import { lostSession } from './lost-session.ts'

const summary = { zh: '试', en: 'Try' }
const pay = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/payments',
  permission: 'payment.prepare',
  summary,
  params: z.object({ pilotId: z.string() }),
  body: z.object({ amount: z.number() }),
  reply: z.object({ ok: z.boolean() }),
})
const list = route({
  method: 'GET',
  path: '/api/services',
  permission: 'service.view',
  summary,
  search: z.object({ q: z.string().optional(), page: z.number() }),
  reply: z.object({ total: z.number() }),
})

type Sent = { url: string; init: RequestInit }

let sent: Sent[]
let answers: (() => Response)[]

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const answer = answers.shift()
    if (!answer) throw new TypeError('fetch failed')
    return answer()
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })
const headersOf = (one: Sent | undefined) => one?.init.headers as Record<string, string>

it('fills the path, sends the body and an Idempotency-Key', async () => {
  answers.push(json(200, { ok: true }))
  const reply = await call(pay, { params: { pilotId: 'a/b' }, body: { amount: 1 } }, { idempotencyKey: 'k1' })
  expect(reply).toEqual({ ok: true })
  expect(sent[0]).toMatchObject({ url: '/api/pilots/a%2Fb/payments', init: { method: 'POST', body: '{"amount":1}' } })
  expect(headersOf(sent[0])['idempotency-key']).toBe('k1')
})

it('puts the search of a view into the address and leaves out what is empty', async () => {
  answers.push(json(200, { total: 0 }))
  await call(list, { search: { q: '', page: 2 } })
  expect(sent[0]?.url).toBe('/api/services?page=2')
  expect(headersOf(sent[0])['idempotency-key']).toBeUndefined()
})

it('throws what the server said, in both languages, with clause and fields', async () => {
  const fields = [{ field: 'amount', zh: '金额有误', en: 'Wrong amount' }]
  answers.push(
    json(422, {
      error: { code: 'funds.balance', clause: 'G4.3', zh: '余额不足', en: 'Too little', fields, facts: { balance: 5 } },
    }),
  )
  const error = await call(pay, { params: { pilotId: 'p' }, body: { amount: 1 } }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({
    status: 422,
    code: 'funds.balance',
    clause: 'G4.3',
    text: { zh: '余额不足', en: 'Too little' },
    fields,
    facts: { balance: 5 },
  })
})

it('says that the server cannot be reached, and knows no more of an answer in another shape than its status', async () => {
  await expect(call(list, { search: { page: 1 } })).rejects.toMatchObject({ status: 0 })
  answers.push(() => new Response('<html>bad gateway</html>', { status: 502 }))
  await expect(call(list, { search: { page: 1 } })).rejects.toMatchObject({ status: 502, code: 'http-502' })
})

it('waits for the person to sign in again, then repeats the same act; many calls wait for one question', async () => {
  const stop = lostSession.handleWith(asked)
  let questions = 0
  let regained: (yes: boolean) => void = () => {}
  function asked(): Promise<boolean> {
    questions += 1
    return new Promise((resolve) => {
      regained = resolve
    })
  }
  const signIn = json(401, { error: { code: 'common.sign-in-needed', zh: '请先登录', en: 'Please sign in' } })
  answers.push(signIn, signIn)
  const first = call(pay, { params: { pilotId: 'p' }, body: { amount: 1 } }, { idempotencyKey: 'k1' })
  const second = call(list, { search: { page: 1 } })
  await vi.waitFor(() => expect(questions).toBe(1))
  answers.push(json(200, { ok: true }), json(200, { total: 3 }))
  regained(true)
  expect(await first).toEqual({ ok: true })
  expect(await second).toEqual({ total: 3 })
  expect(questions).toBe(1)
  expect(headersOf(sent[2])['idempotency-key']).toBe('k1')
  stop()
})

it('gives the refusal to the caller when the person does not sign in again', async () => {
  const stop = lostSession.handleWith(() => Promise.resolve(false))
  answers.push(json(401, { error: { code: 'common.sign-in-needed', zh: '请先登录', en: 'Please sign in' } }))
  await expect(call(list, { search: { page: 1 } })).rejects.toMatchObject({ status: 401 })
  stop()
})

it('says the number of the request behind a fault of the server, and behind nothing else', async () => {
  const headers = { 'x-request-id': '0198a000-0000-7000-8000-000000000001' }
  const error = { code: 'common.our-fault', zh: '系统出错', en: 'Went wrong' }
  const asked = async (status: number, body: unknown) => {
    answers.push(() => new Response(JSON.stringify(body), { status, headers }))
    return call(list, { search: { page: 1 } }).catch((thrown: unknown) => (thrown as ApiError).text)
  }
  expect(await asked(500, { error })).toEqual({
    zh: '系统出错（编号 0198a000-0000-7000-8000-000000000001）',
    en: 'Went wrong (number 0198a000-0000-7000-8000-000000000001)',
  })
  expect(await asked(502, 'of a proxy')).toMatchObject({ zh: expect.stringContaining('（编号 0198a000') })
  expect(await asked(422, { error })).toEqual({ zh: '系统出错', en: 'Went wrong' })
})
