import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { FilesAway } from './errors.ts'
import { incomingIn, type ReceivedFile } from './incoming.ts'
import { patient } from './patient.ts'
import { type FileState, type FileStore, type OnDamaged, type Place, placeOf, storeAt } from './store.ts'

/** Where a bucket is, and who we are there. */
export type S3Settings = {
  readonly bucket: string
  /** Null for Amazon's own of the region. */
  readonly endpoint: string | null
  readonly region: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly pathStyle: boolean
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Milliseconds: for an answer to begin, for a file to be taken, and for all the waits of reading one. */
const limits = { connection: 2_000, answer: 5_000, taken: 60_000, reading: 30_000, reach: 2_000 } as const
/** Who did not answer is left alone for a moment, so that others are told at once instead of waiting one after another. */
const rest = 2_000

/** Files in a bucket of any S3; `dir` is for what is received and looked at, on this machine. */
export async function createS3Store(
  settings: S3Settings,
  dir: string,
  onDamaged: OnDamaged = async () => undefined,
): Promise<FileStore> {
  // Loaded by who uses it alone.
  const s3 = await import('@aws-sdk/client-s3')
  const { bucket, endpoint, region, pathStyle, accessKeyId, secretAccessKey } = settings
  const client = new s3.S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint ? { endpoint } : {}),
    credentials: { accessKeyId, secretAccessKey },
    // We try again ourselves, with a body read anew.
    maxAttempts: 1,
    // What goes wrong is thrown; the library would print it too.
    logger: silent,
    requestHandler: { connectionTimeout: limits.connection },
    // Not every S3 knows the newer checksums; we compare with SHA-256 ourselves, and sign it.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const incoming = incomingIn(dir)
  const at = (hash: string) => ({ Bucket: bucket, Key: placeOf(hash) })
  let restsUntil = 0

  /** Once more where it got no answer or a fault. @throws FilesAway for whatever is not an answer about the file itself */
  async function asked<T>(work: (abortSignal: AbortSignal) => Promise<T>, patience: number): Promise<T> {
    if (performance.now() < restsUntil) throw new FilesAway()
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), patience)
    try {
      return await work(controller.signal).catch((error: unknown) => {
        if (controller.signal.aborted || (statusOf(error) ?? 500) < 500) throw error
        return work(controller.signal)
      })
    } catch (error) {
      if (isMissing(error) || aboutTheFile.includes(statusOf(error) ?? 0)) throw error
      if (statusOf(error) === undefined) restsUntil = performance.now() + rest
      throw new FilesAway(error)
    } finally {
      clearTimeout(timer)
    }
  }

  /** The bytes as they come; null where there are none. */
  async function opened(hash: string, range?: string): Promise<AsyncIterable<Buffer> | null> {
    const command = new s3.GetObjectCommand({ ...at(hash), ...(range ? { Range: range } : {}) })
    try {
      const { Body } = await asked((abortSignal) => client.send(command, { abortSignal }), limits.answer)
      return patient(Body as Readable, limits.reading)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  function putting({ hash, size }: ReceivedFile, body: Readable, onlyNew: boolean) {
    const command = new s3.PutObjectCommand({
      ...at(hash),
      Body: body,
      ContentLength: size,
      ContentType: 'application/octet-stream',
      ...(onlyNew ? { IfNoneMatch: '*' } : {}),
    })
    // Signed with what it must be, so that nothing else is taken under this name.
    command.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> }
        headers['x-amz-content-sha256'] = hash
        return next(args)
      },
      { step: 'build', name: 'contentHash' },
    )
    return command
  }

  async function send(file: ReceivedFile, onlyNew: boolean): Promise<void> {
    await asked(async (abortSignal) => {
      const body = createReadStream(file.path)
      try {
        await client.send(putting(file, body, onlyNew), { abortSignal })
      } finally {
        body.destroy()
      }
    }, limits.taken)
  }

  async function verify(hash: string): Promise<FileState> {
    const bytes = await opened(hash)
    if (!bytes) return 'missing'
    const digest = createHash('sha256')
    for await (const chunk of bytes) digest.update(chunk)
    return digest.digest('hex') === hash ? 'intact' : 'changed'
  }

  const place: Place = {
    verify,
    async keep(file) {
      const isNew = await send(file, true).then(
        () => true,
        (error: unknown) => (error instanceof FilesAway ? Promise.reject(error) : false),
      )
      // The same bytes again mend what was damaged meanwhile.
      if (!isNew && (await verify(file.hash)) !== 'intact') await send(file, false)
      return file
    },
    async fetched(hash, work) {
      const bytes = await opened(hash)
      return bytes && incoming(bytes, Number.POSITIVE_INFINITY, work)
    },
    // The open file outlives its name.
    open: async (file) => (await open(file.path)).createReadStream(),
    async *stream(hash) {
      const bytes = await opened(hash)
      if (!bytes) throw new FilesAway(new Error(`${hash} is missing`))
      yield* bytes
    },
    async part(hash, offset, length) {
      const chunks: Buffer[] = []
      const bytes = await opened(hash, `bytes=${offset}-${offset + length - 1}`)
      for await (const chunk of bytes ?? []) chunks.push(chunk)
      return Buffer.concat(chunks).subarray(0, length)
    },
    async size(hash) {
      try {
        const command = new s3.HeadObjectCommand(at(hash))
        const found = await asked((abortSignal) => client.send(command, { abortSignal }), limits.answer)
        return found.ContentLength ?? 0
      } catch (error) {
        if (!isMissing(error)) throw error
        // No bucket is answered in the same way as no file.
        if (!(await place.answers())) throw new FilesAway(error)
        return null
      }
    },
    async remove(hash) {
      await asked((abortSignal) => client.send(new s3.DeleteObjectCommand(at(hash)), { abortSignal }), limits.answer)
    },
    async answers() {
      try {
        const command = new s3.HeadBucketCommand({ Bucket: bucket })
        await client.send(command, { abortSignal: AbortSignal.timeout(limits.reach) })
        restsUntil = 0
        return true
      } catch {
        return false
      }
    },
  }
  return storeAt(place, incoming, onDamaged)
}

/** To a put of what is new: it is being put there, it is there already, this S3 knows no such condition. */
const aboutTheFile = [409, 412, 501]

const nothing = () => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

function isMissing(error: unknown): boolean {
  const { name } = error as { name?: string }
  return name === 'NoSuchKey' || name === 'NotFound'
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}
