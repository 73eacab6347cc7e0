import { open } from 'node:fs/promises'
import { detectKind } from './detect.ts'
import { type ImageData, inspectImage } from './image.ts'
import { type FileKind, isFileExtension } from './kinds.ts'
import { extensionOf, safeFileName } from './names.ts'

export type Inspection = {
  /** The name given by the sender, made safe, with the extension of the content. */
  readonly name: string
  /** The name as sent, where its extension said another kind; null where nothing was mended. */
  readonly renamedFrom: string | null
  readonly size: number
  readonly mediaType: string
  readonly extension: string
  readonly inline: boolean
  readonly family: FileKind['family']
  /** Only for pictures. */
  readonly image: ImageData | null
}

/**
 * Looks at a file on disk under the name its sender gave it; use as the `check` of `FileStore.look`.
 * Throws `FileTypeRefused` when the content is not accepted, `FileBroken` when it cannot be opened.
 */
export async function inspectFile(path: string, sentName: string): Promise<Inspection> {
  const name = safeFileName(sentName)
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    }
    const kind = await detectKind({ size, read }, name)
    const claimed = extensionOf(name)
    const isNamed = claimed !== null && kind.names.includes(claimed)
    const stem = claimed !== null && isFileExtension(claimed) ? name.slice(0, -claimed.length - 1) : name
    return {
      name: isNamed ? name : safeFileName(`${stem}.${kind.extension}`),
      renamedFrom: isNamed || claimed === null ? null : name,
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
