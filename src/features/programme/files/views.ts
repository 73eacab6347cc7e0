import type { FileView } from './contract.ts'
import type { FileRow } from './store.ts'

export function shownFile(file: FileRow): FileView {
  const { latitude, longitude } = file
  return {
    fileId: file.id,
    name: file.name,
    size: file.size,
    hash: file.hash,
    damaged: file.damaged,
    mediaType: file.mediaType,
    capturedAt: file.capturedAt?.toISOString() ?? null,
    place: latitude !== null && longitude !== null ? { latitude, longitude } : null,
  }
}
