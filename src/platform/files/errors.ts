import type { Text } from '../../shared/words.ts'

/** A file that is not taken, or cannot be given: `code` for programs, `text` for people, `status` for the reply. */
export class FileRefused extends Error {
  readonly code: string
  readonly status: 410 | 413 | 422
  readonly text: Text
  readonly facts: Readonly<Record<string, string | number>>

  constructor(
    code: string,
    status: 410 | 413 | 422,
    text: Text,
    facts: Readonly<Record<string, string | number>> = {},
  ) {
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

/** 410: the bytes of a stored file are not those that were taken in, or are gone. Only a backup brings them back. */
export class FileDamaged extends FileRefused {
  constructor() {
    super('file.damaged', 410, {
      zh: '该文件已损坏或丢失，无法打开；系统管理员可在“文件完整性”中看到，请联系其从备份恢复',
      en: 'This file is damaged or missing and cannot be opened. The system administrator sees it under “File integrity” and can restore it from a backup.',
    })
  }
}

/** 503: the place where files are kept does not answer, or not as it should. */
export class FilesAway extends Error {
  constructor(cause?: unknown) {
    super('the store of files does not answer', { cause })
    this.name = 'FilesAway'
  }
}

/** `20971520` → `20 MB`. */
export function readableBytes(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${Math.round((bytes / 1024 ** 3) * 10) / 10} GB`
  if (bytes >= 1024 * 1024) return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
  if (bytes >= 1024) return `${Math.round(bytes / 1024)} KB`
  return `${bytes} B`
}
