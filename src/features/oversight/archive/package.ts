import type { Readable } from 'node:stream'
import { type SealedPart, type SealedPiece, streamSealed } from '../../../platform/files/sealed-zip.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import {
  type ArchivedFile,
  type ArchiveHead,
  archivePapers,
  fourProperties,
} from '../../../policy/oversight/archive.ts'
import { canonical } from '../../../shared/canonical.ts'
import { aboutText, listTexts, reportText } from './archive-texts.ts'
import type { Contents, Piece } from './contents.ts'
import type { PilotFile } from './pilot-files.ts'

type About = { readonly proves: string; readonly file: PilotFile | null }

/**
 * The archive as a zip, made while it is sent: one piece after the other, and last the report and the manifest of what really went
 * in. The same pilot is always the same archive, byte for byte.
 */
export async function packArchive(store: FileStore, head: ArchiveHead, contents: Contents): Promise<Readable> {
  const missing: string[] = []
  const pieces: SealedPiece<About>[] = [
    {
      path: archivePapers.about,
      about: { proves: '归档包说明', file: null },
      texts: () => [aboutText(head)],
    },
  ]
  for (const piece of contents.pieces) {
    if ('file' in piece && (await store.size(piece.file.hash)) === null) missing.push(piece.path)
    else pieces.push(sealed(piece))
  }
  const { versions, papers, ledgerFen, records } = contents
  const reportOn = (parts: readonly SealedPart<About>[]) =>
    fourProperties({ files: parts.map(archived), missing, versions, papers, ledgerFen, records })
  const last = (path: string, proves: string, texts: (parts: readonly SealedPart<About>[]) => Iterable<string>) => ({
    path,
    about: { proves, file: null },
    texts,
  })
  return streamSealed(store, pieces, {
    parts: [
      last(archivePapers.reportData, '四性检测结果', (parts) => [jsonText({ properties: reportOn(parts), records })]),
      last(archivePapers.report, '四性检测报告', (parts) => [reportText(head, reportOn(parts))]),
      last(archivePapers.list, '卷内目录', (parts) => listTexts(parts, archived)),
    ],
    manifest: {
      path: archivePapers.manifest,
      texts: (parts) => manifestTexts(head, parts, missing),
    },
  })
}

function sealed(piece: Piece): SealedPiece<About> {
  const { path, proves } = piece
  if ('file' in piece) return { path, about: { proves, file: piece.file }, file: piece.file }
  const about = { proves, file: null }
  if ('texts' in piece) return { path, about, texts: piece.texts }
  const { paper, as, at } = piece
  return {
    path,
    about,
    async bytes() {
      // What writes papers is loaded with the first one.
      const { dated } = await import('../../../platform/documents/dated.ts')
      if (as === 'xlsx')
        return dated(await (await import('../../../platform/documents/sheets.ts')).writeSheets(paper), at)
      return dated(await (await import('../../../platform/documents/word.ts')).writeWord(paper), at)
    },
  }
}

function archived({ path, size, sha256, about, openedAs }: SealedPart<About>): ArchivedFile {
  const { proves, file } = about
  if (!file) return { path, size, sha256, proves, stored: null }
  const { hash, mediaType, damaged, uploadedAt } = file
  const stored = { hash, size: file.size, mediaType, damaged, uploadedAt: uploadedAt.toISOString(), openedAs }
  return { path, size, sha256, proves, stored }
}

/** The manifest as JSON, a line a file: of a large pilot it is made bit by bit. */
function* manifestTexts(
  head: ArchiveHead,
  parts: readonly SealedPart<About>[],
  missing: readonly string[],
): Generator<string> {
  yield `{\n "algorithm": "SHA-256",\n "archive": ${canonical(head)},\n "files": [\n`
  for (const [at, part] of parts.entries()) yield `${at === 0 ? '' : ',\n'}  ${canonical(archived(part))}`
  yield `\n ],\n "layout": "GB/T 42727 (inferred)",\n "missing": ${JSON.stringify(missing)}\n}\n`
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonical(value)), null, 1)}\n`
}
