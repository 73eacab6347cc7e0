import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/evaluation/site-checks.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import { whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import { countSiteChecks, insertSiteCheck, levelOf } from './site-check-store.ts'
import * as store from './store.ts'

/** What the authority that holds the evaluation saw on site, item by item, with its photographs; no score changes by it (G5.3). */
export const checkOnSite = command(contract.checkOnSite, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { on, posts, findings, fileIds } = body
  const { clause } = row.rule
  const today = dayOf(now)
  const given = { form: row.form, of: levelOf(row.rule), openedOn: dayOf(row.openedAt), today, clause }
  const closed = whyNotEvaluator(row, actor) ?? policy.mayCheckOnSite(row, today, clause)
  if (closed) throw closed
  const unbound = []
  for (const [at, fileId] of fileIds.entries()) unbound.push(await checkUnbound(tx, fileId, clause, `fileIds.${at}`))
  const no = allRefusals(policy.checkOnSite({ on, posts, findings }, given), ...unbound)
  if (no) throw no
  for (const [at, fileId] of fileIds.entries()) await bindFile(tx, fileId, row.scope, `fileIds.${at}`)
  const said = findings.map((one) => ({ ...one, remark: one.remark.trim() }))
  const check = {
    evaluationId: row.id,
    no: (await countSiteChecks(tx, row.id)) + 1,
    checkedOn: on,
    posts,
    findings: said,
    fileIds,
  }
  await insertSiteCheck(tx, { ...check, recordedBy: actor.accountId, recordedAt: now, scope: row.scope })
  record('evaluation.checked-on-site', { subject: row.id, scope: row.scope, after: check })
  return { evaluationId: row.id }
})
