import { command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import { parsePart } from '../../platform/invalid.ts'
import * as policy from '../../policy/filing.ts'
import { maskedPart } from '../../policy/form-masks.ts'
import { type FormContent, forms, impossibleDay } from '../../policy/forms.ts'
import { refuse } from '../../policy/refuse.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockForm, whyNotPreparer, whyTooLate } from './form-filing.ts'
import { formShape } from './form-shape.ts'
import { kindHooks } from './kinds.ts'
import { saveSection } from './store.ts'

export const saveFilingSection = command(
  contract.saveFilingSection,
  async ({ params, body }, { tx, actor, now, record }) => {
    const { row, filing, duty } = await lockForm(tx, actor, params.filingId)
    const no = whyNotPreparer(duty, actor) ?? (await whyTooLate(tx, duty, row, now))
    if (no) throw no
    const after = policy.saveSection(filing, params.section, actor.accountId)
    if (isRefusal(after)) throw after
    const section = forms[duty.kind].find((one) => one.id === params.section)
    const before = row.sections.find((one) => one.section === params.section)
    if (!section || !before) throw new Error(`filing ${row.id} has no section ${params.section}`)
    const written = parsePart(formShape(section), body.content, 'content') as FormContent[string]
    const bad = impossibleDay(section, written)
    if (bad) throw refuse('common.bad-day', duty.rule.clause, { day: bad.day }, `content.${bad.field}`)
    const foreign = await kindHooks[duty.kind].admits?.(tx, duty, section.id, written)
    if (foreign) throw foreign
    if (before.revision !== body.revision) {
      throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision })
    }
    // The drafted figures beside a text are the product's own; nobody writes them.
    const content = { ...(before.content as object), ...written }
    const revision = await saveSection(tx, row, { section: section.id, content, by: actor.accountId, at: now })
    record('filing.section-saved', {
      subject: row.id,
      scope: row.scope,
      before: maskedPart(section, before.content as FormContent[string]),
      after: { section: section.id, revision, content: maskedPart(section, content) },
    })
    return { revision, savedAt: now.toISOString() }
  },
)
