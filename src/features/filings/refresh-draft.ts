import { command } from '../../platform/command.ts'
import * as policy from '../../policy/filing.ts'
import { both, refuse } from '../../policy/refuse.ts'
import { canonical } from '../../shared/canonical.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { contentOf, lockForm, whyNotPreparer, whyTooLate } from './form-filing.ts'
import { kindHooks } from './kinds.ts'
import { saveSection } from './store.ts'

export const refreshDraft = command(contract.refreshDraft, async ({ params }, { tx, actor, now, record }) => {
  const { row, filing, duty } = await lockForm(tx, actor, params.filingId)
  const no = whyNotPreparer(duty, actor) ?? (await whyTooLate(tx, duty, row, now))
  if (no) throw no
  const { draft, refresh } = kindHooks[duty.kind]
  if (!draft || !refresh) throw refuse('filing.nothing-drafted', duty.rule.clause, both('kind', duty.rule))
  const before = contentOf(duty, row)
  const after = refresh(before, await draft(tx, duty))
  const changed = Object.keys(after).filter((section) => canonical(before[section]) !== canonical(after[section]))
  const open = changed.filter((section) => filing.openSections.includes(section))
  const first = policy.saveSection(filing, open[0] ?? filing.openSections[0] ?? '', actor.accountId)
  if (isRefusal(first)) throw first
  for (const section of open) {
    await saveSection(tx, row, { section, content: after[section], by: actor.accountId, at: now })
  }
  record('filing.drafted-anew', {
    subject: row.id,
    scope: row.scope,
    before,
    after: { sections: open, content: after },
  })
  return { sections: open }
})
