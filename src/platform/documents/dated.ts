import { buffer } from 'node:stream/consumers'
import { bytesOf, openZip } from '../files/zip.ts'
import { writeZip } from '../files/zip-writer.ts'

const written = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/** A Word or Excel file as of that moment and not of now: made again of the same content, it is the same byte for byte. */
export async function dated(office: Buffer, at: Date): Promise<Buffer> {
  const zip = await openZip(bytesOf(office))
  const parts = []
  for (const entry of zip.entries) {
    // A folder is no part of its own.
    if (entry.name.endsWith('/')) continue
    const data = await buffer(zip.open(entry))
    const { name } = entry
    const moment = `$1${at.toISOString()}$2`
    const isDated = name === 'docProps/core.xml'
    parts.push({ name, data: isDated ? Buffer.from(data.toString('utf8').replace(written, moment)) : data })
  }
  return writeZip(parts)
}
