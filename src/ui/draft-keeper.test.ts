import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { DraftKeeper } from './draft-keeper.ts'
import type { Loaded } from './draft-state.ts'

type Server = { value: string; revision: number; editor: string; down: boolean }

let server: Server
let kept: Map<string, string>

beforeEach(() => {
  vi.useFakeTimers()
  server = { value: '原文', revision: 1, editor: '园区·负责人', down: false }
  kept = new Map()
})

afterEach(() => {
  vi.useRealTimers()
})

async function save(value: string, revision: number): Promise<{ revision: number }> {
  if (server.down) throw new ApiError(0, {})
  if (revision !== server.revision) {
    throw new ApiError(409, { code: 'common.stale', facts: { editor: server.editor, revision: server.revision } })
  }
  server.value = value
  server.revision += 1
  return { revision: server.revision }
}

const load = async (): Promise<Loaded<string>> => ({ value: server.value, revision: server.revision })

function open(): DraftKeeper<string> {
  return new DraftKeeper<string>(
    { value: server.value, revision: server.revision },
    {
      storageKey: 'plan',
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, text) => void kept.set(key, text),
        removeItem: (key) => void kept.delete(key),
      },
      delayMs: 1000,
      save,
      load,
    },
  )
}

it('saves once typing rests, and keeps nothing on the device afterwards', async () => {
  const keeper = open()
  keeper.change('一')
  keeper.change('一二')
  expect(keeper.snapshot.state.kind).toBe('waiting')
  expect(kept.size).toBe(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(server).toMatchObject({ value: '一二', revision: 2 })
  expect(keeper.snapshot.state.kind).toBe('saved')
  expect(kept.size).toBe(0)
})

it('saves what was typed while it was saving', async () => {
  const keeper = open()
  keeper.change('一')
  const saving = keeper.flush()
  keeper.change('二')
  await saving
  expect(keeper.snapshot.state.kind).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1000)
  expect(server).toMatchObject({ value: '二', revision: 3 })
})

it('keeps the text on the device while the line is broken and tries again', async () => {
  const keeper = open()
  server.down = true
  keeper.change('断网时输入')
  await vi.advanceTimersByTimeAsync(1000)
  expect(keeper.snapshot.state.kind).toBe('offline')
  server.down = false
  await vi.advanceTimersByTimeAsync(8000)
  expect(server.value).toBe('断网时输入')
  expect(keeper.snapshot.state.kind).toBe('saved')
})

it('brings back what a closed window had not saved', async () => {
  server.down = true
  open().change('没来得及保存')
  server.down = false
  const later = open()
  expect(later.snapshot).toMatchObject({ value: '没来得及保存', restored: true })
  await later.flush()
  expect(server.value).toBe('没来得及保存')
})

it('does not take its own text for somebody else’s when the answer was never read', async () => {
  const closing = open()
  closing.change('写到一半')
  const left = new Map(kept)
  await closing.flush()
  kept = left
  const later = open()
  await later.flush()
  expect(later.snapshot).toMatchObject({ value: '写到一半', state: { kind: 'saved' } })
  expect(kept.size).toBe(0)

  kept = new Map(left)
  const typing = open()
  typing.change('写到一半，接着写')
  await typing.flush()
  expect(server).toMatchObject({ value: '写到一半，接着写', revision: 3 })
})

it('keeps the conflict where somebody else saved after its own text had arrived', async () => {
  const closing = open()
  closing.change('写到一半')
  const left = new Map(kept)
  await closing.flush()
  kept = left
  Object.assign(server, { value: '对方的', revision: 3 })
  const later = open()
  await later.flush()
  expect(later.snapshot).toMatchObject({ value: '写到一半', state: { kind: 'conflict' } })
})

it('after somebody else saved: keeps my text, saves nothing by itself, and puts mine on top when told', async () => {
  const keeper = open()
  Object.assign(server, { value: '对方的', revision: 5 })
  keeper.change('我的')
  await keeper.flush()
  expect(keeper.snapshot).toMatchObject({ value: '我的', state: { kind: 'conflict' } })
  keeper.change('我的,再写一点')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.value).toBe('对方的')
  await keeper.putMine()
  expect(server).toMatchObject({ value: '我的,再写一点', revision: 6 })
})

it('after somebody else saved: takes theirs when told', async () => {
  const keeper = open()
  Object.assign(server, { value: '对方的', revision: 5 })
  keeper.change('我的')
  await keeper.flush()
  await keeper.takeTheirs()
  expect(keeper.snapshot).toMatchObject({ value: '对方的', state: { kind: 'unchanged' } })
  keeper.change('接着写')
  await keeper.flush()
  expect(server).toMatchObject({ value: '接着写', revision: 6 })
})

it('takes over a newer view only while nothing typed is unsaved, and never an older one', async () => {
  const keeper = open()
  keeper.refresh({ value: '新的', revision: 3 })
  expect(keeper.snapshot.value).toBe('新的')
  keeper.refresh({ value: '旧的', revision: 2 })
  expect(keeper.snapshot.value).toBe('新的')
  keeper.change('我的')
  keeper.refresh({ value: '更新的', revision: 4 })
  expect(keeper.snapshot.value).toBe('我的')
})

it('shows a refused text as refused and tries again after the next change', async () => {
  const keeper = open()
  keeper.use({ save: () => Promise.reject(new ApiError(422, { code: 'common.invalid' })), load })
  keeper.change('太长')
  await keeper.flush()
  expect(keeper.snapshot).toMatchObject({ value: '太长', state: { kind: 'refused' } })
  keeper.use({ save, load })
  keeper.change('好')
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.value).toBe('好')
})

it('keeps the draft of a conflict on the device when another window of the account saves', async () => {
  const first = open()
  const second = open()
  Object.assign(server, { value: '对方的', revision: 2 })
  first.change('第一个窗口的')
  await first.flush()
  expect(first.snapshot.state.kind).toBe('conflict')
  second.refresh({ value: '对方的', revision: 2 })
  second.change('第二个窗口的')
  expect(kept.size).toBe(2)
  await second.flush()
  expect(server.value).toBe('第二个窗口的')
  expect(kept.size).toBe(1)
  const reloaded = open()
  expect(reloaded.snapshot).toMatchObject({ value: '第一个窗口的', restored: true })
  await reloaded.flush()
  await reloaded.putMine()
  expect(server.value).toBe('第一个窗口的')
  expect(kept.size).toBe(0)
})

it('takes up, one after the other, the drafts that two windows left', async () => {
  server.down = true
  const [first, second] = [open(), open()]
  first.change('甲')
  second.change('乙')
  server.down = false
  expect(open().snapshot.value).toBe('甲')
  const later = open()
  await later.flush()
  expect(server.value).toBe('甲')
  expect(open().snapshot).toMatchObject({ value: '乙', restored: true })
})

it('asks about what both changed as it stands now, where the other saved again while it was asked', async () => {
  type Sheet = { a: string; b: string }
  let now: Loaded<Sheet> = { value: { a: '原', b: '原' }, revision: 1 }
  const asked: Sheet[] = []
  const keeper = new DraftKeeper<Sheet>(now, {
    storageKey: 'sheet',
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    delayMs: 1000,
    load: async () => now,
    save: async (value, revision) => {
      asked.push(value)
      // While it is asked about, the other writes in the field that was never touched here.
      if (asked.length === 2) now = { value: { ...now.value, b: '对方又改' }, revision: now.revision + 1 }
      throw new ApiError(409, { code: 'common.stale', facts: { revision: now.revision, sent: revision } })
    },
  })
  now = { value: { a: '对方', b: '对方先改' }, revision: 2 }
  keeper.change({ a: '我的', b: '原' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(keeper.snapshot).toMatchObject({ state: { kind: 'conflict' }, value: { a: '我的', b: '对方又改' } })
  expect(asked.at(-1)).toEqual({ a: '我的', b: '对方又改' })
})
