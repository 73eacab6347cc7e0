import { command } from '../../../platform/command.ts'
import { checkOpinion, mayAdvise } from '../../../policy/evaluation/county-opinion.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import { bureauOfCounty } from './access.ts'
import * as contract from './act-contract.ts'
import { countOpinions, insertOpinion } from './county-opinion-store.ts'
import * as store from './store.ts'

/** What a bureau of the pilot's county says to the evaluation of the province, before its result is told (G5.3). */
export const adviseOn = command(contract.adviseOn, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const { grade, reason, fileId } = body
  const { clause } = row.rule
  const { edition } = row.pilot
  const bureau = bureauOfCounty(row, actor)
  const closed = mayAdvise(row, edition, bureau, clause)
  if (closed || bureau === null) throw closed
  const no = allRefusals(
    checkOpinion(edition, { grade, reason }, clause),
    fileId ? await checkUnbound(tx, fileId, clause, 'fileId') : null,
  )
  if (no) throw no
  if (fileId) await bindFile(tx, fileId, row.scope, 'fileId')
  const earlier = await countOpinions(tx, row.id)
  const opinion = { evaluationId: row.id, no: earlier + 1, bureau, grade, reason: reason.trim(), fileId }
  await insertOpinion(tx, { ...opinion, givenBy: actor.accountId, givenAt: now, scope: row.scope })
  record('evaluation.county-opinion', { subject: row.id, scope: row.scope, after: opinion })
  return { evaluationId: row.id }
})
