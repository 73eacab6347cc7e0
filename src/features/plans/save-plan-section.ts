import { command } from '../../platform/command.ts'
import { stale } from '../../platform/errors.ts'
import { parsePart } from '../../platform/invalid.ts'
import * as policy from '../../policy/filing.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { keepFile } from '../evidence/public.ts'
import { saveSection } from '../filings/public.ts'
import * as contract from './contract.ts'
import { lockPlan } from './plan-filing.ts'

export const savePlanSection = command(contract.savePlanSection, async ({ params, body }, { tx, actor, now, record }) => {
  const content = parsePart(contract.sectionShapes[params.section], body.content, 'content')
  const { row, filing } = await lockPlan(tx, params.pilotId)
  const after = policy.saveSection(filing, params.section, actor.accountId)
  if (isRefusal(after)) throw after
  const before = row.sections.find((one) => one.section === params.section)
  if (before && before.revision !== body.revision) {
    throw stale(before.editedByName ?? '', before.editedAt ?? now, { revision: before.revision })
  }
  if ('fileId' in content && content.fileId) await keepFile(tx, content.fileId, row.scope, 'content.fileId')
  const revision = await saveSection(tx, row, { section: params.section, content, by: actor.accountId, at: now })
  record('plan.section-saved', {
    subject: row.id,
    scope: row.scope,
    before: before?.content,
    after: { section: params.section, revision, content },
  })
  return { revision, savedAt: now.toISOString() }
})
