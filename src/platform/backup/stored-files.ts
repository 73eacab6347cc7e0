import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Manifest } from './manifest.ts'
import { hashOf, synced } from './pack.ts'

type Files = Manifest['files']

/** Where a stored file lies below its folder: by the hash of its content. */
function placeOf(sha256: string): string {
  return join('sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/**
 * Copies the files that are not there yet, each whole or not at all. Stored files never change, so that one that is there is not
 * copied again. Returns how many were, and which the source does not have, or has with other bytes.
 */
export async function copyFiles(
  files: Files,
  from: string,
  into: string,
): Promise<{ copied: number; damaged: string[] }> {
  let copied = 0
  const damaged: string[] = []
  for (const { sha256, size } of files) {
    const [source, target] = [join(from, placeOf(sha256)), join(into, placeOf(sha256))]
    if ((await stat(target).catch(() => null))?.size === size) continue
    const draft = `${target}.draft`
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const isThere = await copyFile(source, draft).then(
      () => true,
      () => false,
    )
    if (!isThere || (await hashOf(draft)) !== sha256) {
      damaged.push(sha256)
      await rm(draft, { force: true })
      continue
    }
    await synced(draft)
    await rename(draft, target)
    copied += 1
  }
  return { copied, damaged }
}

/** Those that are missing, or whose bytes are others. */
export async function damagedFiles(files: Files, folder: string): Promise<string[]> {
  const damaged: string[] = []
  for (const { sha256 } of files) {
    if ((await hashOf(join(folder, placeOf(sha256)))) !== sha256) damaged.push(sha256)
  }
  return damaged
}
