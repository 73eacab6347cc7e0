import type { Readable } from 'node:stream'
import { linesOfTrail } from '../../../platform/audit/trail-file.ts'
import { download } from '../../../platform/command.ts'
import { type SealedPart, type SealedPiece, streamSealed } from '../../../platform/files/sealed-zip.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import { checkPackageDays, packagePapers } from '../../../policy/oversight/audit-package.ts'
import { isPost, permits } from '../../../policy/people/roles.ts'
import { addDays, startOfDay } from '../../../shared/dates.ts'
import * as contract from './package-contract.ts'
import { pilotsToTell, sealedRange } from './package-store.ts'
import { accountLines, evidenceLines, ledgerLines } from './package-tables.ts'
import { aboutPackage, type PackageHead } from './package-texts.ts'
import { beginningOf, type Later, sealsOf, type TrailPart, trailPart, unsealedOf } from './package-trail.ts'

export const downloadPackage = download(
  contract.downloadPackage,
  async ({ search: { from, to } }, { tx, actor, now, files, later }) => {
    const refusal = checkPackageDays(from, to)
    if (refusal) throw refusal
    const span = { start: startOfDay(from).toISOString(), end: startOfDay(addDays(to, 1)).toISOString() }
    const [range = null] = await sealedRange(tx, span)
    // The administrator reads the trail and nothing of the pilots.
    const records = isPost(actor.post) && permits(actor.post, 'archive.view')
    const pilots = records ? await pilotsToTell(tx) : []
    const head = { unit: actor.unitName, from, to, madeAt: now.toISOString(), records }
    const part = { after: beginningOf(range), from, to, scope: actor.scope }
    const trail = { span, part, range, acted: new Set<string>() }
    return {
      fileName: `审计资料包-${actor.unitName}-${from}-${to}.zip`,
      mediaType: 'application/zip',
      content: async () => packTrail(files, later, head, { trail, pilots }),
    }
  },
)

type Contents = { readonly trail: TrailPart; readonly pilots: Parameters<typeof ledgerLines>[1] }

/** The package as a zip, made while it is sent, a page of rows at a time; its last parts are the manifest and the hash of that. */
function packTrail(files: FileStore, later: Later, head: PackageHead, { trail, pilots }: Contents): Readable {
  const { span, range, acted } = trail
  const piece = (path: string, texts: () => AsyncIterable<string>) => ({ path, about: null, texts })
  const pieces: SealedPiece<null>[] = [
    { path: packagePapers.about, about: null, texts: () => [aboutPackage(head, trail)] },
    piece(packagePapers.events, () => linesOfTrail(trailPart(later, trail), unsealedOf(later, trail))),
    // Behind the events, which have told by then who acted.
    piece(packagePapers.accounts, () => accountLines(later, acted)),
    piece(packagePapers.seals, () => sealLines(later, range)),
  ]
  if (head.records) {
    pieces.push(piece(packagePapers.ledger, () => ledgerLines(later, pilots, span)))
    pieces.push(piece(packagePapers.evidence, () => evidenceLines(later, pilots, span)))
  }
  const manifest = {
    path: packagePapers.manifest,
    texts: (parts: readonly SealedPart<null>[]) => [manifestText(head, parts)],
  }
  return streamSealed(files, pieces, { parts: [], manifest })
}

async function* sealLines(later: Later, range: TrailPart['range']): AsyncGenerator<string> {
  for await (const seal of sealsOf(later, range)) yield `${JSON.stringify(seal)}\n`
}

function manifestText(head: PackageHead, parts: readonly SealedPart<null>[]): string {
  const files = parts.map(({ path, size, sha256 }) => ({ path, size, sha256 }))
  return `${JSON.stringify({ algorithm: 'SHA-256', package: head, files, missing: [] }, null, 1)}\n`
}
