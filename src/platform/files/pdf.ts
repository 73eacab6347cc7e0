import { createCipheriv, createHash } from 'node:crypto'
import type { Bytes } from './container.ts'
import { lastDictionary, lastIdentifier, type PdfValue } from './pdf-objects.ts'

/** Where a reader looks for the end: the last bytes. */
const tailBytes = 64 * 1024
const step = 1024 * 1024
const marker = '/Encrypt'

/** Past a byte order mark and blank space, where some scanners begin; nothing else may stand before the header. */
export function startsAsPdf(head: Buffer): boolean {
  return /^(\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-/.test(head.toString('latin1', 0, 1024))
}

/** Whether a PDF opens for everybody: `open`, `cut` when its end is missing, `password` when it asks for one. */
export async function pdfState(file: Bytes): Promise<'open' | 'cut' | 'password'> {
  const length = Math.min(file.size, tailBytes)
  const tail = await file.read(file.size - length, length)
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) return 'cut'
  if (!(await mentions(file, marker))) return 'open'
  return opensWithout(await file.read(0, file.size)) ? 'open' : 'password'
}

async function mentions({ size, read }: Bytes, word: string): Promise<boolean> {
  for (let at = 0; at < size; at += step) {
    if ((await read(at, step + word.length)).includes(word)) return true
  }
  return false
}

type Lock = {
  readonly revision: number
  readonly numbers: (key: string) => number
  readonly bytes: (key: string) => Buffer
}

/**
 * Whether the empty password opens it (ISO 32000-2, 7.6.4): receipts of banks are often locked against changes alone.
 * Hand-written because the kept libraries that can answer this read, and run, whole documents.
 */
function opensWithout(data: Buffer): boolean {
  const text = data.toString('latin1')
  if (!/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return true
  const values = lastDictionary(text, marker)
  if (values?.get('Filter') !== '/Standard') return false
  const lock = lockOf(values)
  if (lock.revision >= 5) return opensNew(lock)
  return opensOld(lock, lastIdentifier(text), values.get('EncryptMetadata') !== 'false')
}

function lockOf(values: ReadonlyMap<string, PdfValue>): Lock {
  const numbers = (key: string) => Number(values.get(key) ?? Number.NaN)
  const bytes = (key: string) => {
    const value = values.get(key)
    return value instanceof Buffer ? value : Buffer.alloc(0)
  }
  return { revision: numbers('R'), numbers, bytes }
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** Revisions 2 to 4: RC4, and AES with the same test of the password. */
function opensOld({ revision, numbers, bytes }: Lock, identifier: Buffer, metadataToo: boolean): boolean {
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(numbers('P') | 0)
  const length = revision === 2 ? 5 : Math.min(Math.max((numbers('Length') || 40) / 8, 5), 16)
  const more = revision >= 4 && !metadataToo ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(Buffer.concat([padding, bytes('O').subarray(0, 32), permissions, identifier, more])).subarray(0, length)
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key).subarray(0, length)
  if (revision === 2) return rc4(key, padding).equals(bytes('U'))
  let proof = md5(Buffer.concat([padding, identifier]))
  for (let round = 0; round < 20; round++) proof = rc4(Buffer.from(key.map((byte) => byte ^ round)), proof)
  return proof.equals(bytes('U').subarray(0, 16))
}

/** Revisions 5 and 6: AES-256; the proof, then the salt it was made with. */
function opensNew({ revision, bytes }: Lock): boolean {
  const proof = bytes('U')
  const salt = proof.subarray(32, 40)
  const made = revision === 5 ? sha('sha256', salt) : hardened(salt)
  return made.equals(proof.subarray(0, 32))
}

/** Algorithm 2.B for the empty password. */
function hardened(salt: Buffer): Buffer {
  let key = sha('sha256', salt)
  for (let round = 0; ; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(repeated)
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = sha((['sha256', 'sha384', 'sha512'] as const)[rest as 0 | 1 | 2], mixed)
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32)
  }
}

function sha(name: 'sha256' | 'sha384' | 'sha512', data: Buffer): Buffer {
  return createHash(name).update(data).digest()
}

function md5(data: Uint8Array): Buffer {
  return createHash('md5').update(data).digest()
}

/** OpenSSL has put it away; here it protects nothing, it only asks what others did. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const swap = (a: number, b: number) => {
    const held = state[a] as number
    state[a] = state[b] as number
    state[b] = held
  }
  const at = (index: number) => state[index & 255] as number
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] as number)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return byte ^ at(at(i) + at(j))
  }) as Buffer
}
