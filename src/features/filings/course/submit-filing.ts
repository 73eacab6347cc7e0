import { command } from '../../../platform/command.ts'
import { stale } from '../../../platform/errors.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling, whyNotFiler, whyTooLate } from './course-filing.ts'
import type { CourseFiling, Kinds } from './kind.ts'
import { contentHash, freezeVersion, saveState } from './store.ts'
import { gapsOf } from './typed-gaps.ts'

/** Freezes what stands there as the next version and hands it to whoever speaks first. */
export const submitFiling = (kinds: Kinds) =>
  command(contract.submitFiling, async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const course = await lockCourseFiling(tx, actor, params.filingId)
    const { row, filing, duty, content } = course
    const kind = kinds[duty.kind]
    const closed = whyNotFiler(duty, actor) ?? (await whyTooLate(tx, course, now))
    if (closed) throw closed
    requireRead(course, body.revisions ?? {}, now)
    const by = actor.accountId
    const ready = policy.submitFiling(filing, { by, gaps: [] })
    if (isRefusal(ready)) throw ready
    const held = await kind.whyNotSubmitted?.(tx, course)
    if (held) throw held
    const after = policy.submitFiling(filing, { by, gaps: await gapsOf(kind, tx, course, now) })
    if (isRefusal(after)) throw after
    const versionId = newId()
    const frozen = (await kind.freeze?.(acting, course, versionId)) ?? { content }
    const { reason } = body
    const returnedHash = row.version?.hash ?? null
    const unchanged = policy.checkResubmission(filing, { returnedHash, hash: contentHash(frozen.content), reason })
    if (unchanged) throw unchanged
    const unchangedBecause = filing.state === 'returned' && contentHash(frozen.content) === returnedHash ? reason : null
    const version = { id: versionId, content: frozen.content, by, at: now, unchangedBecause }
    const hash = await freezeVersion(tx, row, version)
    await frozen.after?.()
    await saveState(tx, row.id, after.state, after.openSections)
    await kind.onState?.(tx, course, after.state)
    const no = (row.version?.no ?? 0) + 1
    record('filing.submitted', {
      subject: row.id,
      scope: row.scope,
      clause: duty.rule.clause,
      before: { state: filing.state },
      after: { state: after.state, no, hash, ...(unchangedBecause ? { unchangedBecause } : {}) },
    })
    return { no, hash }
  })

/** @throws Refusal for a section that there is not; HttpError 409 when one that was read has been saved since. */
function requireRead({ row, duty }: CourseFiling, read: Readonly<Record<string, number>>, now: Date): void {
  for (const [section, known] of Object.entries(read)) {
    const found = row.sections.find((one) => one.section === section)
    if (!found) throw refuse('review.unknown-section', duty.rule.clause, { section }, `revisions.${section}`)
    const { revision, editedByName, editedAt } = found
    if (known !== revision) throw stale(editedByName ?? '', editedAt ?? now, { revision })
  }
}
