import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import { canonical } from '../../../shared/canonical.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { lockCourseFiling, whyNotWriter, whyTooLate } from './course-filing.ts'
import type { Kinds } from './kind.ts'
import { saveSection } from './store.ts'

/** Drafts anew from the facts; what a person made of the text stays. */
export const refreshDraft = (kinds: Kinds) =>
  command(contract.refreshDraft, async ({ params }, { tx, actor, now, record }) => {
    const course = await lockCourseFiling(tx, actor, params.filingId)
    const { row, filing, duty, content: before } = course
    const no = whyNotWriter(duty, actor) ?? (await whyTooLate(tx, course, now))
    if (no) throw no
    const after = await kinds[duty.kind].refresh?.(tx, course, now)
    if (!after) throw refuse('filing.nothing-drafted', duty.rule.clause, both('kind', duty.rule))
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
