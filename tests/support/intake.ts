import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileBroken, FileTypeRefused } from '../../src/platform/files/errors.ts'
import { inspectFile } from '../../src/platform/files/inspect.ts'

/** A folder in which files are taken in as people hold them. */
export async function openIntake() {
  const dir = await mkdtemp(join(tmpdir(), 'as-held-'))
  let next = 0
  async function take(name: string, data: Buffer | string) {
    const path = join(dir, `${next++}`)
    await writeFile(path, data)
    return inspectFile(path, name)
  }
  async function refusal(name: string, data: Buffer | string): Promise<FileTypeRefused | FileBroken> {
    const error = await take(name, data).catch((thrown: unknown) => thrown)
    if (error instanceof FileTypeRefused || error instanceof FileBroken) return error
    throw new Error(`not refused: ${name} ${String(error)}`)
  }
  return { dir, take, refusal, close: () => rm(dir, { recursive: true }) }
}

/** A file that stands in the repository, because no few lines make it. */
export function keptFile(name: string): Promise<Buffer> {
  return readFile(new URL(`../cases/files/${name}`, import.meta.url))
}
