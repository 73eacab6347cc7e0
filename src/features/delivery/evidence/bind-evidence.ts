import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { invalid } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { ProofKind } from '../../../policy/records/proofs.ts'
import { takenOnAnotherDay } from '../../../policy/services/evidence.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { bindFile, type FileRow } from '../../programme/files/public.ts'
import * as store from './store.ts'

/**
 * The line that files prove. `day`: what the line says of when it happened, from which its papers count and against which a
 * photo's own clock is held. `later`: handed in after the line was recorded, and counting from the day it comes.
 */
export type ProvenLine = {
  readonly serviceId?: string
  readonly activityId?: string
  readonly visitId?: string
  readonly scope: string
  readonly day?: Day
  readonly later?: boolean
}

/** `field`: where the file stands in the input, for a refusal. */
export type NewProof = { readonly fileId: string; readonly proof: ProofKind; readonly field: string }

const pictured: readonly ProofKind[] = ['photo', 'closure-photo']

/**
 * Binds files to the line they prove, and raises a finding where the same bytes or the same photograph prove another line anywhere
 * in the province, or where a photo was taken on another day than the line says (G3.4).
 * @throws HttpError 422 for a file that does not exist or proves something already; Refusal for a photo that is no picture.
 */
export async function bindEvidence(
  tx: Tx,
  { actor, now, newId, record }: Pick<Acting, 'actor' | 'now' | 'newId' | 'record'>,
  line: ProvenLine,
  given: readonly NewProof[],
): Promise<string[]> {
  const twice = given.find((one, at) => given.findIndex((other) => other.fileId === one.fileId) < at)
  if (twice) throw invalid([{ field: twice.field, zh: '同一文件选择了两次', en: 'This file was chosen twice' }])
  const bound: Bound[] = []
  for (const one of given) {
    const file = await bindFile(tx, one.fileId, line.scope, one.field)
    if (pictured.includes(one.proof) && !file.mediaType.startsWith('image/'))
      throw refuse('services.photo-is-no-photo', 'G3.4', {}, one.field)
    bound.push({ ...one, evidenceId: newId(), file })
  }
  // In one order for everybody, so that two people never wait for each other.
  for (const hash of [...new Set(bound.map(({ file }) => file.hash))].sort()) await store.holdHash(tx, hash)
  await store.holdPictures(
    tx,
    bound.flatMap((one) => pictureOf(one) ?? []),
  )
  for (const one of bound) {
    const { evidenceId, proof, fileId, file } = one
    const others = await othersThan(tx, one, line)
    await store.insertEvidence(tx, {
      id: evidenceId,
      serviceId: line.serviceId ?? null,
      activityId: line.activityId ?? null,
      visitId: line.visitId ?? null,
      proof,
      fileId,
      boundBy: actor.accountId,
      boundAt: now,
      countsFrom: line.later ? dayOf(now) : (line.day ?? dayOf(now)),
      scope: line.scope,
    })
    const raised = { evidenceId, raisedAt: now, scope: line.scope }
    const findings: store.NewFinding[] = others.map((other) => ({
      ...raised,
      id: newId(),
      kind: other.kind,
      otherEvidenceId: other.evidenceId,
      otherScope: other.scope,
    }))
    if (pictured.includes(proof) && line.day !== undefined && takenOnAnotherDay(file.capturedAt, line.day))
      findings.push({ ...raised, id: newId(), kind: 'capture-date', otherEvidenceId: null, otherScope: null })
    await store.insertFindings(tx, findings)
    for (const { id, kind, otherEvidenceId } of findings)
      record('finding.raised', {
        subject: line.serviceId ?? line.activityId ?? evidenceId,
        scope: line.scope,
        after: { findingId: id, kind, evidenceId, otherEvidenceId },
      })
  }
  return bound.map(({ evidenceId }) => evidenceId)
}

type Bound = NewProof & { readonly evidenceId: string; readonly file: FileRow }

/** The hash to compare by: papers all look alike, so that only photographs have one. */
function pictureOf({ proof, file }: Bound): string | null {
  return pictured.includes(proof) ? file.perceptualHash : null
}

/** What else the same bytes prove, and what else the same photograph proves. */
async function othersThan(tx: Tx, bound: Bound, line: ProvenLine) {
  const same = await store.evidenceWithHash(tx, bound.file.hash)
  const picture = pictureOf(bound)
  const lineId = line.visitId ?? line.serviceId ?? line.activityId
  const alike = picture !== null && lineId ? await store.evidenceWithPicture(tx, { picture, lineId }) : []
  const known = new Set(same.map(({ evidenceId }) => evidenceId))
  return [
    ...same.map((other) => ({ ...other, kind: 'same-file' as const })),
    ...alike.flatMap((other) => (known.has(other.evidenceId) ? [] : [{ ...other, kind: 'same-picture' as const }])),
  ]
}
