import { open } from 'node:fs/promises'
import { detectKind } from './detect.ts'
import { type ImageData, inspectImage } from './image.ts'
import type { FileKind } from './kinds.ts'
import { safeFileName } from './names.ts'

export type Inspection = {
  /** The name given by the sender, made safe, with the extension of the content if it had none. */
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly extension: string
  readonly inline: boolean
  readonly family: FileKind['family']
  /** Only for pictures. */
  readonly image: ImageData | null
}

/**
 * Looks at a file on disk under the name its sender gave it; use as the `check` of `FileStore.put`.
 * Throws `FileTypeRefused` when the content is not accepted or not what the name says, `FileBroken` when it cannot be opened.
 */
export async function inspectFile(path: string, sentName: string): Promise<Inspection> {
  const name = safeFileName(sentName)
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const kind = await detectKind(handle, size, name)
    const named = kind.names.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
    return {
      name: named ? name : safeFileName(`${name}.${kind.extension}`),
      size,
      mediaType: kind.mediaType,
      extension: kind.extension,
      inline: kind.inline,
      family: kind.family,
      image: kind.family === 'image' ? await inspectImage(path) : null,
    }
  } finally {
    await handle.close()
  }
}
