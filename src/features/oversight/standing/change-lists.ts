import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/plan/standing-lists.ts'
import { registerUse } from '../../filings/matter/public.ts'
import { keepLicences, lockStanding } from '../../filings/plan/public.ts'
import { baselineContent, currentBaseline, lockPilotPlan } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'

/** The next version of the lists of standing service (G6.1); services, diagnoses and registers keep the rows they stand on. */
export const changeLists = command(
  contract.changeLists,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    const { id, edition, scope } = pilot
    if (!edition.standing) throw notFound({ zh: '常态化服务', en: 'standing service' })
    await lockPilotPlan(tx, id)
    const inForce = await currentBaseline(tx, id)
    if (!inForce) throw new Error(`standing service ${id} has no lists`)
    const { basedOn, ...lists } = body
    const before = await baselineContent(tx, inForce.id)
    const no = policy.changeLists(lists, {
      edition,
      park: { uscc: pilot.parkUscc ?? '' },
      inForce: { no: inForce.no, content: before },
      basedOn,
      use: await registerUse(tx, id, inForce.id),
    })
    if (no) throw no
    for (const section of ['enterprises', 'agencies'] as const) await keepLicences(tx, lists[section], scope, section)
    const next = { no: inForce.no + 1, content: policy.planOfLists(lists) }
    await lockStanding(tx, pilot, next, { newId, at: now, by: actor.accountId })
    const { enterprises, agencies } = before
    record('standing.lists-changed', { subject: id, scope, before: { enterprises, agencies }, after: lists })
    return { no: next.no }
  },
)
