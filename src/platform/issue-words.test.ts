import { expect, test } from 'vitest'
import { z } from 'zod'
import { dayInput, keyInput, proseInput, strictDayInput } from '../shared/inputs.ts'
import { HttpError } from './errors.ts'
import { parsePart } from './invalid.ts'

const said = (shape: z.ZodType, value: unknown) => {
  try {
    parsePart(shape, value)
  } catch (error) {
    if (error instanceof HttpError) return error.fields.map(({ field, zh, en }) => `${field} ${zh} / ${en}`)
  }
  throw new Error('it fits')
}

test.each<[z.ZodType, unknown, string]>([
  [z.object({ a: z.string() }), {}, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.string().min(1) }), { a: '' }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.string().min(2) }), { a: '' }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.uuid() }), { a: '' }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.int() }), { a: null }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.enum(['x', 'y']) }), { a: '' }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.enum(['x', 'y']) }), { a: null }, 'a 请填写 / Please fill this in'],
  [z.object({ a: strictDayInput() }), { a: ' ' }, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.string().min(2) }), { a: 'x' }, 'a 至少填写 2 个字符 / At least 2 characters are needed'],
  [z.object({ a: z.string().max(2) }), { a: 'xyz' }, 'a 最多 2 个字符 / At most 2 characters'],
  [z.object({ a: z.string().length(4) }), { a: 'x' }, 'a 须为 4 个字符 / Exactly 4 characters are needed'],
  [z.object({ a: z.number() }), { a: 'x' }, 'a 须为数字 / A number is needed'],
  [z.object({ a: z.int() }), { a: 1.5 }, 'a 须为整数 / A whole number is needed'],
  [z.object({ a: z.number().min(0) }), { a: -1 }, 'a 不能小于 0 / Not below 0'],
  [z.object({ a: z.number().positive() }), { a: 0 }, 'a 须大于 0 / Above 0'],
  [z.object({ a: z.number().max(100) }), { a: 101 }, 'a 不能大于 100 / Not above 100'],
  [z.object({ a: z.number().multipleOf(5) }), { a: 7 }, 'a 须为 5 的整数倍 / A multiple of 5 is needed'],
  [z.object({ a: z.array(z.string()).min(1) }), { a: [] }, 'a 至少需要 1 项 / At least one is needed'],
  [z.object({ a: z.array(z.string()).max(1) }), { a: ['x', 'y'] }, 'a 最多 1 项 / At most 1'],
  [z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'a 不是可选的内容 / This is none of the choices'],
  [z.object({ a: z.enum(['x', 'y']) }), {}, 'a 请填写 / Please fill this in'],
  [z.object({ a: z.uuid() }), { a: 'x' }, 'a 编号不正确 / This identifier is not valid'],
  [z.object({ a: z.string().regex(/^\d+$/) }), { a: 'x' }, 'a 格式不正确 / Wrong format'],
  [
    z.object({ a: dayInput().refine((day) => day !== '2026-02-30') }),
    { a: '2026-02-30' },
    'a 格式不正确 / Wrong format',
  ],
  [z.object({ a: z.boolean() }), { a: 'x' }, 'a 须为是或否 / Yes or no is needed'],
  [
    z.strictObject({}),
    { '': 1, 姓名: 1, 'a b': 1 },
    'body 含有未知字段：…、姓名、… / Contains unknown fields: …, 姓名, …',
  ],
  [z.strictObject({}), { b: 1 }, 'body 含有未知字段：b / Contains unknown fields: b'],
  [z.object({ a: z.union([z.string(), z.number()]) }), { a: [] }, 'a 内容不正确 / This is not what belongs here'],
])('%#: %j', (shape, value, sentence) => expect(said(shape, value)).toEqual([sentence]))

test('no kind of issue speaks the language of shapes', () => {
  const shape = z.strictObject({
    key: keyInput(5, 2),
    prose: proseInput(3, 1),
    day: dayInput(),
    date: z.iso.date(),
    at: z.iso.datetime(),
    bag: z.record(z.string().max(1), z.number().min(2)),
    set: z.set(z.string()),
    literal: z.literal('x'),
    tuple: z.tuple([z.string(), z.number()]),
    union: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]),
    big: z.bigint(),
    date2: z.date(),
    never: z.never(),
    many: z.array(z.string()).length(2),
  })
  for (const value of [{}, null, 7, Object.fromEntries(Object.keys(shape.shape).map((key) => [key, '']))]) {
    for (const line of said(shape, value)) {
      const [zh = '', en = ''] = line.slice(line.indexOf(' ') + 1).split(' / ')
      expect(zh).toMatch(/^[^A-Za-z]+$|：/)
      expect(en).not.toMatch(/expected|received|invalid|Invalid|string|>=|<=|undefined|\p{Script=Han}/u)
    }
  }
})
