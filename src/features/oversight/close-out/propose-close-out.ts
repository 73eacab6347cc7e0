import { command } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { closingClause, whyNotProposed } from '../../../policy/oversight/close-out.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { closeOutFacts } from './facts.ts'
import * as store from './store.ts'

/** The county economy bureau proposes to close a pilot of which nothing is open any more (G5.3). */
export const proposeCloseOut = command(
  contract.proposeCloseOut,
  async ({ params, body }, { tx, actor, now, newId, record, cite }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    cite(closingClause(pilot.edition))
    const standing = await store.standingOf(tx, pilot.id)
    const no = whyNotProposed({ standing, facts: await closeOutFacts(tx, pilot, now) })
    if (no) throw no
    const { id: pilotId, scope } = pilot
    const said = {
      id: newId(),
      pilotId,
      remark: body.remark.trim(),
      proposedBy: actor.accountId,
      proposedAt: now,
      scope,
    }
    await store.insertCloseOut(tx, said)
    record('close-out.proposed', { subject: pilotId, scope, after: said })
    return { closeOutId: said.id, state: 'proposed' as const }
  },
  { close_outs_one_stands: () => refuse('closing.proposed-before', null) },
)
