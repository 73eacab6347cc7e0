import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import type { S3Settings } from '../../src/platform/files/s3-store.ts'
import { placeOf } from '../../src/platform/files/store.ts'
import { isSigned } from './signed-request.ts'

/** What can be wrong with an S3: it is gone, says nothing, breaks off in the middle, fails, or is older than conditional puts. */
export type S3Fault = 'gone' | 'silent' | 'broken-off' | 'failing' | 'unconditional'

export type TestS3 = {
  readonly settings: S3Settings
  /** Where the bytes of a hash really lie. */
  path(hash: string): string
  /** From now on; null: all is well. */
  suffer(fault: S3Fault | null): void
  /** Methods asked for since the last time, in order. */
  asked(): string[]
  stop(): Promise<void>
}

const [bucket, account] = ['yqt-files', 'S3RVER']

/**
 * A server that speaks S3 (`s3rver`), and before it what it lacks of Amazon's: signatures are checked, a put is held against the hash
 * it is signed with, and one of what must be new is refused where something is. Faults are made there as well.
 */
export async function startS3(): Promise<TestS3> {
  const directory = await mkdtemp(join(tmpdir(), 'yqt-s3-'))
  const inner = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  })
  const { port } = await inner.run()
  let fault: S3Fault | null = null
  let asked: string[] = []
  const path = (hash: string) => join(directory, bucket, `${placeOf(hash)}._S3rver_object`)

  const answer = async (asking: IncomingMessage, reply: ServerResponse) => {
    const { method = '', url = '', headers } = asking
    asked.push(method)
    if (fault === 'gone') return void asking.socket.destroy()
    if (fault === 'silent') return
    if (fault === 'failing') return refuse(reply, 500, 'InternalError')
    const body = await buffer(asking)
    if (!isSigned(asking, account)) return refuse(reply, 403, 'SignatureDoesNotMatch')
    const hash = url.split('/').at(-1) ?? ''
    if (method === 'PUT') {
      if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
        return refuse(reply, 400, 'XAmzContentSHA256Mismatch')
      const onlyNew = headers['if-none-match'] === '*'
      if (onlyNew && fault === 'unconditional') return refuse(reply, 501, 'NotImplemented')
      if (onlyNew && existsSync(path(hash.split('?')[0] ?? ''))) return refuse(reply, 412, 'PreconditionFailed')
    }
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (found) => {
      reply.writeHead(found.statusCode ?? 502, found.headers)
      if (fault !== 'broken-off') return void found.pipe(reply)
      found.once('data', (chunk: Buffer) => reply.write(chunk.subarray(0, chunk.length / 2), () => reply.destroy()))
    })
    passed.end(body)
  }

  const front = createServer((asking, reply) => void answer(asking, reply))
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const { port: outside } = front.address() as AddressInfo
  return {
    settings: {
      bucket,
      endpoint: `http://127.0.0.1:${outside}`,
      region: 'us-east-1',
      pathStyle: true,
      accessKeyId: account,
      secretAccessKey: account,
    },
    path,
    suffer(next) {
      fault = next
    },
    asked() {
      const so = asked
      asked = []
      return so
    },
    async stop() {
      await closed(front)
      await inner.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function refuse(reply: ServerResponse, status: number, code: string): void {
  reply.writeHead(status, { 'content-type': 'application/xml' })
  reply.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
