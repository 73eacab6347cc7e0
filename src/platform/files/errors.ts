import type { Text } from '../../shared/words.ts'

/** A file that is not taken: `code` for programs, `text` for people, `status` for the reply (413 or 422). */
export class FileRefused extends Error {
  readonly code: string
  readonly status: 413 | 422
  readonly text: Text
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: string, status: 413 | 422, text: Text, facts: Readonly<Record<string, string | number>> = {}) {
    super(text.en)
    this.name = new.target.name
    this.code = code
    this.status = status
    this.text = text
    this.facts = facts
  }
}

/** More bytes than the door allows. */
export class FileTooLarge extends FileRefused {
  constructor(maxBytes: number) {
    const most = readableBytes(maxBytes)
    super(
      'file.too-large',
      413,
      {
        zh: `文件超过 ${most} 的上限，请压缩或拆分后再上传。`,
        en: `The file is larger than ${most}. Compress or split it.`,
      },
      { maxBytes },
    )
  }
}

/** The content is of a kind that is not accepted, or is not what the name says; `facts.found` says what it really is. */
export class FileTypeRefused extends FileRefused {
  constructor(found: string, text: Text, code = 'file.type-refused') {
    super(code, 422, text, { found })
  }
}

/** The kind is right but the content cannot be opened. */
export class FileBroken extends FileRefused {
  constructor(text: Text, facts: Readonly<Record<string, string | number>> = {}) {
    super('file.broken', 422, text, facts)
  }
}

/** `20971520` → `20 MB`. */
export function readableBytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
  if (bytes >= 1024) return `${Math.round(bytes / 1024)} KB`
  return `${bytes} B`
}
