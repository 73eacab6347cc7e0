import { createFolderStore } from './folder-store.ts'
import { createS3Store, type S3Settings } from './s3-store.ts'
import type { FileStore, OnDamaged } from './store.ts'

/** Where files are kept: in a bucket, or in a folder; `dir` also takes what is only received or looked at. */
export async function openStore(s3: S3Settings | null, dir: string, onDamaged?: OnDamaged): Promise<FileStore> {
  return s3 ? createS3Store(s3, dir, onDamaged) : createFolderStore(dir, onDamaged)
}
