import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { expect, inject, test } from 'vitest'
import { startPostgres } from '../../src/platform/postgres/start.ts'

const start = (databaseUrl: string) => startPostgres({ dataDir: '/nowhere', databaseUrl })
const said = (databaseUrl: string) => start(databaseUrl).then(String, (error: Error) => error.message)

test('a PostgreSQL named by its address is used, and left running', async () => {
  const { host, user, database, port } = inject('postgres')
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  const running = await start(url)
  expect(running).toMatchObject({ kind: 'external', connectionString: url })
  expect(Number(running.version.split('.')[0])).toBeGreaterThanOrEqual(15)
  await running.stop()
  await (await start(url)).stop()
})

test('an address that is none, or that nobody answers, gives a sentence without the password', async () => {
  expect(await said('mysql://root@localhost/x')).toContain('DATABASE_URL is not a valid address')
  const unreachable = await said('postgres://app:secret@127.0.0.1:1/yuanqitong')
  expect(unreachable).toContain('127.0.0.1:1/yuanqitong')
  expect(unreachable).toContain('cannot be reached: connect ECONNREFUSED')
  expect(unreachable).not.toContain('secret')
})

test('a PostgreSQL before 15 is refused', async () => {
  const server = await pretend({ number: '140012', version: '14.12 (Debian)' })
  const { port } = server.address() as AddressInfo
  const message = await said(`postgres://app@127.0.0.1:${port}/yuanqitong`)
  server.close()
  expect(message).toContain('版本为 14.12，本系统需要 15 或更高版本')
  expect(message).toContain('is version 14.12; version 15 or later is needed')
})

test('a PostgreSQL in another encoding is refused; one whose LC_CTYPE knows no Chinese letter is used, with a warning', async () => {
  const log: string[] = []
  const ask = async (row: { encoding: string; characterType: string }) => {
    const server = await pretend({ number: '160004', version: '16.4', ...row })
    const { port } = server.address() as AddressInfo
    const databaseUrl = `postgres://app@127.0.0.1:${port}/yuanqitong`
    const kind = await startPostgres({ dataDir: '/nowhere', databaseUrl, log: (line) => log.push(line) }).then(
      (running) => running.kind,
      (error: Error) => error.message,
    )
    server.close()
    return kind
  }
  expect(await ask({ encoding: 'EUC_CN', characterType: 'zh_CN' })).toContain('is encoded in EUC_CN; UTF8 is needed')
  expect(await ask({ encoding: 'UTF8', characterType: 'zh_CN.UTF-8' })).toBe('external')
  expect(log).toEqual([])
  expect(await ask({ encoding: 'UTF8', characterType: 'C' })).toBe('external')
  expect(log).toEqual([
    expect.stringContaining('LC_CTYPE 为 C，不识别汉字'),
    expect.stringContaining('has LC_CTYPE C, which knows no Chinese letter'),
  ])
})

/** A server that answers every query with one row of text, in PostgreSQL's wire protocol. */
async function pretend(row: Record<string, string>): Promise<Server> {
  const message = (type: string, ...parts: (string | number[])[]) => {
    const body = Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : Buffer.from(part))),
    )
    const head = Buffer.alloc(5, type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', [...Buffer.from('I')])
  const count = Object.keys(row).length
  const columns = Object.keys(row).flatMap((name) => [
    name,
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0],
  ])
  const values = Object.values(row).map((value) => [0, 0, 0, value.length, ...Buffer.from(value)])
  const answer = [
    message('T', [0, count], ...columns),
    message('D', [0, count], ...values),
    message('C', 'SELECT 1'),
    ready,
  ]
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', [0, 0, 0, 0]), ready]))
      socket.on('data', (chunk) => socket.write(chunk[0] === 0x51 ? Buffer.concat(answer) : ''))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
