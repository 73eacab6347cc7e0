import { createReadStream } from 'node:fs'
import { FileDamaged, FilesAway } from '../files/errors.ts'
import type { FileStore } from '../files/store.ts'
import type { Manifest } from './manifest.ts'
import { BackupFailed, words } from './words.ts'

type Files = Manifest['files']

/**
 * Copies the files that are not there yet, each whole or not at all. Stored files never change, so that one that is there is not
 * copied again. Returns how many were, and which the source does not have, or has with other bytes.
 * @throws BackupFailed where a store does not answer
 */
export async function copyFiles(
  files: Files,
  from: FileStore,
  into: FileStore,
): Promise<{ copied: number; damaged: string[] }> {
  let copied = 0
  const damaged: string[] = []
  for (const { sha256, size } of files) {
    try {
      if ((await into.size(sha256)) === size) continue
      await from.local(sha256, (path) => into.put(createReadStream(path), { maxBytes: size }))
      copied += 1
    } catch (error) {
      if (error instanceof FilesAway) throw new BackupFailed(words.filesAway)
      if (!(error instanceof FileDamaged)) throw error
      damaged.push(sha256)
    }
  }
  return { copied, damaged }
}

/** Those that are missing, or whose bytes are others. */
export async function damagedFiles(files: Files, store: FileStore): Promise<string[]> {
  const damaged: string[] = []
  for (const { sha256 } of files) {
    if ((await store.verify(sha256)) !== 'intact') damaged.push(sha256)
  }
  return damaged
}
