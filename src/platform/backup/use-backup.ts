import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createFolderStore } from '../files/folder-store.ts'
import type { FileStore } from '../files/store.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { startEmbedded } from '../postgres/embedded.ts'
import { connectExternal } from '../postgres/external.ts'
import { differences } from './digest.ts'
import { restoreFrom } from './dump.ts'
import { contentOf, reading } from './make-backup.ts'
import { type Manifest, manifestShape } from './manifest.ts'
import { hashOf, unpackFolder } from './pack.ts'
import { copyFiles, damagedFiles } from './stored-files.ts'
import { BackupFailed, words } from './words.ts'

/** @throws BackupFailed where the folder holds no complete backup */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestShape.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  } catch {
    throw new BackupFailed(words.noBackup(folder))
  }
}

const storeOf = (folder: string) => createFolderStore(join(dirname(resolve(folder)), 'files'))

/** What is damaged, by path: every file of the backup against its hash. Stored files are named as they lie. */
export async function damageOf(folder: string, manifest: Manifest): Promise<string[]> {
  const { path, sha256 } = manifest.database
  const damaged = (await hashOf(join(folder, path))) === sha256 ? [] : [path]
  return [...damaged, ...(await damagedFiles(manifest.files, storeOf(folder))).map((hash) => `files/${hash}`)]
}

/**
 * Whether a backup is whole and comes to what its manifest says: all hashes, then, for the embedded database, a start of it in a
 * folder that is thrown away. Returns what is wrong, a line each.
 */
export async function verifyBackup(folder: string, temporary = tmpdir()): Promise<string[]> {
  const manifest = await readManifest(folder)
  const damaged = await damageOf(folder, manifest)
  if (damaged.length > 0 || manifest.kind === 'dump') return damaged
  const place = await mkdtemp(join(temporary, 'yuanqitong-backup-'))
  try {
    return await restoreCluster(folder, manifest, place)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

export type RestoreOrder = {
  readonly folder: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Where the product will find its files. */
  readonly files: FileStore
}

/**
 * Restores a backup into an empty place, database first, and compares what is there then with the manifest; returns what differs.
 * @throws BackupFailed where it is damaged, before anything is written, or where the place is not empty.
 */
export async function restoreBackup({ folder, dataDir, databaseUrl, files }: RestoreOrder): Promise<string[]> {
  const manifest = await readManifest(folder)
  if ((manifest.kind === 'dump') !== (databaseUrl !== undefined)) throw new BackupFailed(words.otherKind(manifest.kind))
  const there = existsSync(dataDir) ? (await readdir(dataDir)).filter((name) => name !== 'database-password') : []
  if (there.length > 0) throw new BackupFailed(words.notEmpty(dataDir))
  const damaged = await damageOf(folder, manifest)
  if (damaged.length > 0) throw new BackupFailed(words.damaged(damaged))
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const differ =
    databaseUrl === undefined
      ? await restoreCluster(folder, manifest, dataDir)
      : await restoreDump(folder, manifest, { dataDir, url: databaseUrl })
  await copyFiles(manifest.files, storeOf(folder), files)
  return [...differ, ...(await damagedFiles(manifest.files, files))]
}

async function restoreCluster(folder: string, manifest: Manifest, dataDir: string): Promise<string[]> {
  const { major } = findBinaries()
  if (manifest.postgres.split('.')[0] !== major) throw new BackupFailed(words.otherMajor(manifest.postgres, major))
  await unpackFolder(join(folder, manifest.database.path), join(dataDir, 'postgres'))
  const copy = await startEmbedded({ dataDir })
  try {
    const now = await reading(copy.connection, (client) => contentOf(client, Object.keys(manifest.digests)))
    return differences(manifest.digests, now.digests)
  } finally {
    await copy.stop()
  }
}

async function restoreDump(
  folder: string,
  manifest: Manifest,
  { dataDir, url }: { dataDir: string; url: string },
): Promise<string[]> {
  // Makes the accounts that rights are granted to.
  const { connection } = await connectExternal(url, { dataDir })
  return reading(connection, async (client) => {
    const { rows } = await client.query(
      `select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace limit 1`,
    )
    if (rows.length > 0) throw new BackupFailed(words.notEmpty(new URL(url).pathname.slice(1)))
    await restoreFrom(join(folder, manifest.database.path), { url })
    const now = await contentOf(client, Object.keys(manifest.digests))
    return differences(manifest.digests, now.digests)
  })
}
