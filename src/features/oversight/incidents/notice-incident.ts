import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/oversight/incident-acts.ts'
import { instantOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { insertIncident } from './store.ts'

/** Whoever is signed in says what they noticed; the clock runs from the moment that they say. */
export const noticeIncident = command(
  contract.noticeIncident,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const refusal = policy.noticeIncident(body.noticedAt, now)
    if (refusal) throw refusal
    const incidentId = newId()
    const { what, place } = body
    await insertIncident(tx, {
      id: incidentId,
      noticedAt: instantOf(body.noticedAt),
      what,
      place,
      noticedBy: actor.accountId,
      enteredAt: now,
      state: 'noticed',
      scope: actor.scope,
    })
    record('incident.noticed', { subject: incidentId, scope: actor.scope, after: body })
    return { incidentId }
  },
  {},
  { fitted: true },
)
