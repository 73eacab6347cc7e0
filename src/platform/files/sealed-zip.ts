import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { detectKind } from './detect.ts'
import { FilesAway } from './errors.ts'
import { pacedText } from './paced.ts'
import type { FileStore } from './store.ts'
import { type ByteSource, openZip, type Zip, ZipProblem } from './zip.ts'
import { streamZip, type WrittenPart } from './zip-writer.ts'

/**
 * One part of a sealed container; `texts`: made while it is sent, one after the other; `file`: bytes of the store by their hash, put
 * in as they are. `about` goes into the manifest.
 */
export type SealedPiece<About> = { readonly path: string; readonly about: About } & (
  | { readonly bytes: () => Promise<Buffer> | Buffer }
  | { readonly texts: () => Iterable<string> | AsyncIterable<string> }
  | { readonly file: { readonly hash: string; readonly name: string } }
)

/** A part that went in. `size` in bytes; `openedAs`: the media type of a stored file by its content, null where it opens as nothing known. */
export type SealedPart<About> = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly about: About
  readonly openedAs: string | null
}

/** What is written when all pieces are in, of what went in: other parts, one after the other, and last the manifest. */
export type Closing<About> = {
  readonly parts: readonly {
    readonly path: string
    readonly about: About
    readonly texts: (of: readonly SealedPart<About>[]) => Iterable<string>
  }[]
  readonly manifest: { readonly path: string; readonly texts: (of: readonly SealedPart<About>[]) => Iterable<string> }
}

/** Where the hash of a manifest stands, as `sha256sum` writes it. */
export function sealOf(manifest: string): string {
  return `${manifest}.sha256`
}

/** A zip that is made while it is sent, each part hashed as it goes by; its last part but one says what really went in, the last seals it. */
export function streamSealed<About>(
  store: FileStore,
  pieces: readonly SealedPiece<About>[],
  { parts: closing, manifest }: Closing<About>,
): Readable {
  const done: SealedPart<About>[] = []
  const parts = pieces.map((piece): WrittenPart => {
    const { path, about } = piece
    const isStored = 'file' in piece
    const bytes = bytesOf(store, piece)
    return {
      name: path,
      stored: isStored,
      data: () =>
        passing(bytes, async (size, sha256) => {
          const openedAs = isStored ? await contentKind(store, piece.file, size) : null
          done.push({ path, size, sha256, about, openedAs })
        }),
    }
  })
  for (const { path, about, texts } of closing) {
    const add = async (size: number, sha256: string) => void done.push({ path, size, sha256, about, openedAs: null })
    parts.push({
      name: path,
      data: () => passing(() => pacedText(texts(done)), add),
    })
  }
  let seal = ''
  const sealed = async (_: number, sha256: string) => {
    seal = `${sha256}  ${manifest.path}\n`
  }
  parts.push({
    name: manifest.path,
    data: () => passing(() => pacedText(manifest.texts(done)), sealed),
  })
  parts.push({ name: sealOf(manifest.path), data: one(() => Buffer.from(seal)) })
  return streamZip(parts)
}

function bytesOf<About>(store: FileStore, piece: SealedPiece<About>): () => AsyncIterable<Buffer> {
  if ('file' in piece) return () => store.stream(piece.file.hash)
  return 'texts' in piece ? () => pacedText(piece.texts()) : one(piece.bytes)
}

function one(bytes: () => Promise<Buffer> | Buffer): () => AsyncIterable<Buffer> {
  return async function* () {
    yield await bytes()
  }
}

/** Hands the bytes on as they are, and says of all of them how many they were and what they hash to. */
async function* passing(
  bytes: () => AsyncIterable<Buffer>,
  told: (size: number, sha256: string) => Promise<void>,
): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  let size = 0
  for await (const chunk of bytes()) {
    digest.update(chunk)
    size += chunk.length
    yield chunk
  }
  await told(size, digest.digest('hex'))
}

const headBytes = 1_048_576

async function contentKind(
  store: FileStore,
  { hash, name }: { hash: string; name: string },
  size: number,
): Promise<string | null> {
  try {
    // Most files are told by one question.
    const head = await store.part(hash, 0, Math.min(size, headBytes))
    const read = async (offset: number, length: number) =>
      offset + length <= head.length ? head.subarray(offset, offset + length) : store.part(hash, offset, length)
    return (await detectKind({ size, read }, name)).mediaType
  } catch (error) {
    if (error instanceof FilesAway) throw error
    // Whatever is wrong with it, it is nothing that was let in.
    return null
  }
}

/** What is wrong with a sealed container. */
export type SealProblem = {
  readonly path: string
  readonly what:
    | 'broken'
    | 'no manifest'
    | 'seal differs'
    | 'missing'
    | 'not in the manifest'
    | 'size differs'
    | 'hash differs'
}

/** It is made by ourselves: it may hold more than what strangers upload. */
export const sealedLimits = { entries: 1_000_000, bytes: 2 ** 40, ratio: 1_000, ratioFrom: 2 ** 30 }

type Manifest = {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
  readonly missing: readonly string[]
}

/**
 * Compares a sealed container with its own manifest and needs nothing else: every part that is listed is there with its size and
 * hash, nothing else is, and the manifest is the one that was sealed. `checked`: how many parts were compared.
 */
export async function verifySealed(
  source: ByteSource,
  manifestPath: string,
): Promise<{ readonly checked: number; readonly problems: readonly SealProblem[] }> {
  const problems: SealProblem[] = []
  let zip: Zip
  try {
    zip = await openZip(source, sealedLimits)
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error
    return { checked: 0, problems: [{ path: '', what: 'broken' }] }
  }
  const manifest = await textOf(zip, manifestPath)
  if (manifest === null) return { checked: 0, problems: [{ path: manifestPath, what: 'no manifest' }] }
  const seal = await textOf(zip, sealOf(manifestPath))
  if (seal?.split(' ')[0] !== createHash('sha256').update(manifest).digest('hex'))
    problems.push({ path: manifestPath, what: 'seal differs' })
  const { files, missing } = JSON.parse(manifest) as Manifest
  for (const path of missing) problems.push({ path, what: 'missing' })
  for (const { path, size, sha256 } of files) {
    const entry = zip.find(path)
    const found = entry && (await hashed(zip.open(entry)))
    if (!entry) problems.push({ path, what: 'missing' })
    else if (!found) problems.push({ path, what: 'broken' })
    else if (found.size !== size) problems.push({ path, what: 'size differs' })
    else if (found.sha256 !== sha256) problems.push({ path, what: 'hash differs' })
  }
  const known = new Set([manifestPath, sealOf(manifestPath), ...files.map(({ path }) => path)])
  for (const { name } of zip.entries) if (!known.has(name)) problems.push({ path: name, what: 'not in the manifest' })
  return { checked: files.length, problems }
}

async function textOf(zip: Zip, name: string): Promise<string | null> {
  const entry = zip.find(name)
  return entry ? (await buffer(zip.open(entry))).toString('utf8') : null
}

async function hashed(bytes: AsyncIterable<Buffer>): Promise<{ size: number; sha256: string } | null> {
  const digest = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of bytes) {
      digest.update(chunk)
      size += chunk.length
    }
  } catch (error) {
    if (error instanceof ZipProblem) return null
    throw error
  }
  return { size, sha256: digest.digest('hex') }
}
