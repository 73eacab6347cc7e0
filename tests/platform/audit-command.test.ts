import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOf } from '../../src/platform/files/store.ts'
import { audit } from '../../tools/audit.ts'
import { actsOf, sealerOf } from '../support/sealing.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'yqt-audit-'))
  const sealer = await sealerOf(world)
  for (let batch = 0; batch < 3; batch++) {
    await actsOf(world, 5)
    await sealer.seal()
  }
  await sealer.end()
})
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

describe('npm run audit', () => {
  const env = () => {
    const { user, host, port, password, database } = world.connection
    const url = new URL(`postgresql://${user}@localhost:${port}/${database}`)
    url.password = password
    url.searchParams.set('host', host)
    return { DATABASE_URL: url.href, DATA_DIR: join(world.filesDir, '..', 'none') }
  }

  it('checks the database, prints the heads, exports, and checks the file that it wrote', async () => {
    await actsOf(world, 2)
    expect(await audit(['verify'], env())).toMatchObject({
      right: true,
      text: expect.stringContaining('末批 last seal'),
    })
    const { text: heads } = await audit(['heads'], env())
    expect(heads.split('\n')[0]).toMatch(/^1 · \S+Z · \d+ · SM3 [0-9a-f]{64} · SHA-256 [0-9a-f]{64}$/)
    const file = join(folder, 'trail.jsonl')
    expect(await audit(['export', file], env())).toMatchObject({ right: true })
    await expect(audit(['export', file], env())).rejects.toThrow('EEXIST')
    const head = /SM3 (\w+)/.exec(heads)?.[1] ?? ''
    // Offline: without any database.
    expect(await audit(['verify', file, '--head', `1=${head}`], {})).toMatchObject({ right: true })
    expect(await audit(['verify', file, '--head', `2=${head}`], {})).toMatchObject({ right: false })

    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const tampered = async (change: (all: string[]) => string[]) => {
      const other = join(folder, `${randomUUID()}.jsonl`)
      await writeFile(other, `${change([...lines]).join('\n')}\n`)
      const { text, right } = await audit(['verify', other], {})
      expect(right).toBe(false)
      return text.split('\n')[0]
    }
    const idOf = (line = '') => (JSON.parse(line) as { event: { eventId: string } }).event.eventId
    expect(await tampered((all) => all.with(2, all[2]?.replace('33/', '34/') ?? ''))).toBe(
      `被修改 altered: 第 1 批 seal 1 · 第 2 条 event 2 · ${idOf(lines[2])}`,
    )
    expect(await tampered((all) => all.toSpliced(2, 1))).toBe('缺失 missing: 第 1 批 seal 1 · 第 2 条 event 2')
    expect(await tampered((all) => all.toSpliced(3, 0, all[2] ?? ''))).toContain(
      `事后插入 inserted: 第 1 批 seal 1 · 第 2 条 event 2 · ${idOf(lines[2])}`,
    )
    expect(await tampered((all) => all.with(2, all[3] ?? '').with(3, all[2] ?? ''))).toBe(
      `顺序被改 re-ordered: 第 1 批 seal 1 · 第 3 条 event 3 · ${idOf(lines[3])}`,
    )
    expect(await tampered((all) => all.slice(0, -5))).toContain('文件不完整')
  })

  it('names a file whose bytes or whose row were swapped', async () => {
    const admin = await world.administrator()
    const one = await admin.upload('清单.csv', Buffer.from('名称,数量\n甲,1\n'))
    const other = await admin.upload('另一清单.csv', Buffer.from('名称,数量\n乙,2\n'))
    const hashIs = async (id: string) =>
      (await world.sql<{ hash: string }>('select hash from files where id = $1', [id]))[0]?.hash ?? ''
    const [hash, otherHash] = [await hashIs(one), await hashIs(other)]
    const stored = { ...env(), DATA_DIR: folder }
    await symlink(world.filesDir, join(folder, 'files'))
    expect(await audit(['verify'], stored)).toMatchObject({ right: true })
    const path = join(world.filesDir, placeOf(hash))
    const genuine = await readFile(path)
    await writeFile(path, '名称,数量\n甲,9\n')
    const { text } = await audit(['verify'], stored)
    expect(text.split('\n')[0]).toBe(`文件被替换 the file was changed: 清单.csv · ${one} · SHA-256 ${hash}`)
    await writeFile(path, genuine)
    await world.sql('update files set hash = $1 where id = $2', [otherHash, one])
    expect((await audit(['verify'], stored)).text).toContain(`文件记录被改 another content than was uploaded: 清单.csv`)
    await world.sql('update files set hash = $1 where id = $2', [hash, one])
  })

  it('asks how it is meant', async () => {
    for (const args of [[], ['seal'], ['verify', '--head', '1'], ['heads', 'x'], ['export']])
      expect(await audit(args, {}), args.join(' ')).toMatchObject({
        right: false,
        text: expect.stringContaining('用法'),
      })
  })
})
