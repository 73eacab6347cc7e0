import type { Bytes } from './container.ts'

const nameLength = 64
const entryLength = 128
/** Directory sectors that are looked at: a workbook names its stream in the first of them. */
const mostSectors = 64

/** Streams that tell what an old Office container holds; the encrypted package of a new file comes before all. */
const streams: readonly (readonly [stream: string, kind: string])[] = [
  ['EncryptedPackage', 'office-password'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
]

/** What a compound file (MS-CFB) holds: `office-password`, `xls`, `doc`, `ppt`, or `cfb` where its directory does not say. */
export async function compoundKind({ size, read }: Bytes): Promise<string> {
  const header = await read(0, 512)
  if (header.length < 512) return 'cfb'
  const sector = 2 ** header.readUInt16LE(30)
  if (sector !== 512 && sector !== 4096) return 'cfb'
  const names = new Set<string>()
  const seen = new Set<number>()
  let at = header.readUInt32LE(48)
  while (at * sector + sector < size && !seen.has(at) && seen.size < mostSectors) {
    seen.add(at)
    for (const name of namesIn(await read((at + 1) * sector, sector))) names.add(name)
    at = await nextSector(header, read, at, sector)
  }
  return streams.find(([stream]) => names.has(stream))?.[1] ?? 'cfb'
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + entryLength <= directory.length; at += entryLength) {
    const length = Math.min(directory.readUInt16LE(at + nameLength), nameLength) - 2
    if (length > 0) names.push(directory.toString('utf16le', at, at + length))
  }
  return names
}

/** The next sector of a chain, by the part of the allocation table that the header itself points at; -1 at its end. */
async function nextSector(header: Buffer, read: Bytes['read'], at: number, sector: number): Promise<number> {
  const perTable = sector / 4
  const pointer = 76 + 4 * Math.floor(at / perTable)
  if (pointer + 4 > header.length) return -1
  const next = await read((header.readUInt32LE(pointer) + 1) * sector + 4 * (at % perTable), 4)
  return next.length < 4 || next.readUInt32LE(0) >= 0xfffffffa ? -1 : next.readUInt32LE(0)
}
