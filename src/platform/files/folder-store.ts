import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { absent, incomingIn } from './incoming.ts'
import { type FileState, type FileStore, type OnDamaged, type Place, placeOf, storeAt } from './store.ts'

/** Files in a folder of this machine. */
export function createFolderStore(dir: string, onDamaged: OnDamaged = async () => undefined): FileStore {
  const path = (hash: string) => join(dir, placeOf(hash))

  async function size(hash: string): Promise<number | null> {
    const found = await stat(path(hash)).catch(absent)
    return found?.isFile() ? found.size : null
  }

  async function hashOf(hash: string): Promise<string> {
    const digest = createHash('sha256')
    for await (const chunk of createReadStream(path(hash))) digest.update(chunk as Buffer)
    return digest.digest('hex')
  }

  async function verify(hash: string): Promise<FileState> {
    if ((await size(hash)) === null) return 'missing'
    return (await hashOf(hash)) === hash ? 'intact' : 'changed'
  }

  const place: Place = {
    size,
    verify,
    async keep(file) {
      // The same bytes again mend what was damaged meanwhile.
      if ((await verify(file.hash)) !== 'intact') await moveDurably(file.path, path(file.hash))
      return { ...file, path: path(file.hash) }
    },
    async fetched(hash, work) {
      const found = await size(hash)
      return found === null ? null : work({ hash: await hashOf(hash), size: found, path: path(hash) })
    },
    open: async (file) => createReadStream(file.path),
    stream: (hash) => createReadStream(path(hash)),
    async part(hash, offset, length) {
      const handle = await open(path(hash)).catch(absent)
      if (!handle) return Buffer.alloc(0)
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    remove: (hash) => rm(path(hash), { force: true }),
    answers: async () => true,
  }
  return storeAt(place, incomingIn(dir), onDamaged)
}

async function moveDurably(from: string, to: string): Promise<void> {
  const folder = join(to, '..')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(from, to)
  // a rename survives a power cut only once its folders, new ones included, are on disk
  for (const each of [folder, join(folder, '..'), join(folder, '..', '..')]) {
    const handle = await open(each, 'r')
    await handle.sync().finally(() => handle.close())
  }
}
