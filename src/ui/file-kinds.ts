import type { Text } from '../shared/words.ts'

/** Kinds of file a field may take; the server looks at the content, this is only a first help. */
export type FileKind = 'photo' | 'pdf' | 'word' | 'excel' | 'ofd' | 'xml' | 'csv'

type KindRow = {
  readonly extensions: readonly string[]
  /** Names under which such files are often held: not offered, and not turned away, for the server looks at the content. */
  readonly mistaken?: readonly string[]
  readonly text: Text
}

const kinds: Readonly<Record<FileKind, KindRow>> = {
  photo: {
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'heic', 'heif', 'hif'],
    text: { zh: '照片', en: 'photo' },
  },
  pdf: { extensions: ['pdf'], text: { zh: 'PDF', en: 'PDF' } },
  word: { extensions: ['docx'], mistaken: ['doc', 'docm', 'wps'], text: { zh: 'Word', en: 'Word' } },
  excel: { extensions: ['xlsx', 'xlsm'], mistaken: ['xls', 'et'], text: { zh: 'Excel', en: 'Excel' } },
  ofd: { extensions: ['ofd'], text: { zh: 'OFD', en: 'OFD' } },
  xml: { extensions: ['xml'], text: { zh: 'XML', en: 'XML' } },
  csv: { extensions: ['csv', 'txt'], text: { zh: 'CSV', en: 'CSV' } },
}

export function acceptOf(chosen: readonly FileKind[]): string {
  return chosen.flatMap((kind) => kinds[kind].extensions.map((extension) => `.${extension}`)).join(',')
}

export function namesOf(chosen: readonly FileKind[], say: (text: Text) => string): string {
  return chosen.map((kind) => say(kinds[kind].text)).join(' / ')
}

/** Whether the name is that of a kind which some field takes; what any other file is, the server tells by its content. */
export function isNamedAsKind(fileName: string): boolean {
  return isOfKind(fileName, Object.keys(kinds) as FileKind[])
}

export function isOfKind(fileName: string, chosen: readonly FileKind[]): boolean {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  const held = (kind: FileKind) => [...kinds[kind].extensions, ...(kinds[kind].mistaken ?? [])]
  return chosen.length === 0 || chosen.some((kind) => held(kind).includes(extension))
}

/** Bytes in words: `3.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`
  if (bytes < 1_073_741_824) return `${Number((bytes / 1_048_576).toFixed(1))} MB`
  return `${Number((bytes / 1_073_741_824).toFixed(1))} GB`
}
