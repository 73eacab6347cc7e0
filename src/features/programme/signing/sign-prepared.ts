import { type Actor, command, type Endpoint, type Guards } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { parsePart } from '../../../platform/invalid.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { isPermission, isPost, type Seat, seatOf, whyNotPermitted } from '../../../policy/people/roles.ts'
import { whyNotDiscarded, whyNotSigner } from '../../../policy/people/two-persons.ts'
import { Refusal } from '../../../shared/refusal.ts'
import * as contract from './contract.ts'
import { endPrepared, type PreparedRow, preparedById } from './prepared-store.ts'
import { type TwoPersonAct, twoPersonGuards } from './two-persons.ts'

/** The seat that somebody has on a prepared act: their own bureau's, in the unit that prepared it. */
export function seatOnPrepared(
  row: Pick<PreparedRow, 'unitId'>,
  actor: Pick<Actor, 'unitKind' | 'bureau' | 'unitId'>,
): Seat | null {
  return actor.unitId === row.unitId ? seatOf(actor.unitKind, actor.bureau) : null
}

/** @throws HttpError 404 outside the reader's scope */
async function requirePrepared(tx: Tx, preparedId: string): Promise<PreparedRow> {
  const row = await preparedById(tx, preparedId)
  if (!row) throw notFound({ zh: '拟定事项', en: 'prepared act' })
  return row
}

/** The guards of an act where it is signed: the fields they name stand in what was prepared, not in this request. */
function fieldless(guards: Guards): Guards {
  return Object.fromEntries(
    Object.entries(guards).map(([constraint, guard]): [string, Guards[string]] => [
      constraint,
      (input) => {
        const { code, clause, facts } = guard(input)
        return new Refusal(code, clause, facts)
      },
    ]),
  )
}

/** What the rules of two persons look at; nothing once it has ended. */
function waitingIn(row: PreparedRow) {
  return row.ended === null ? { seat: row.seat, by: row.preparedBy } : null
}

/** The second person asks for the very same again, and it takes effect: every gate is asked once more. */
function signPrepared(acts: readonly TwoPersonAct[]): Endpoint {
  const allGuards: Guards = { ...twoPersonGuards, ...Object.assign({}, ...acts.map((one) => fieldless(one.guards))) }
  return command(
    contract.signPrepared,
    async ({ params }, acting) => {
      const { tx, actor, now, record } = acting
      const row = await requirePrepared(tx, params.preparedId)
      const act = acts.find((one) => one.act === row.act)
      if (!act) throw new Error(`nobody does ${row.act}`)
      const { post, accountId: by } = actor
      const { permission } = act.route
      const no =
        whyNotSigner(waitingIn(row), { seat: seatOnPrepared(row, actor), by, post }, row.clause) ??
        (isPost(post) && isPermission(permission) ? whyNotPermitted(post, permission) : null)
      if (no) throw no
      const input = {
        params: parsePart(act.route.params, row.params, ''),
        search: {},
        body: parsePart(act.route.body, row.body, ''),
      }
      acting.cite(row.clause)
      const decided = await act.decide(input, acting, row.preparedBy)
      const ending = { ended: 'signed', by, at: now, reason: '' } as const
      if (!(await endPrepared(tx, row.id, ending))) throw refuse('review.nothing-to-sign', row.clause)
      await decided.carryOut()
      const { id: subject, scope, subject: about, seat, preparedBy } = row
      record('act.signed', { subject, scope, after: { act: row.act, about, seat, preparedBy } })
      return { act: row.act }
    },
    allGuards as Guards<typeof contract.signPrepared>,
  )
}

/** Sent back by the second person, or taken back by whoever prepared it; the reason stays with it. */
const discardPrepared = command(contract.discardPrepared, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await requirePrepared(tx, params.preparedId)
  const { accountId: by, post } = actor
  const { reason } = body
  const no = whyNotDiscarded(waitingIn(row), { seat: seatOnPrepared(row, actor), by, post, reason }, row.clause)
  if (no) throw no
  const ended = by === row.preparedBy ? ('taken-back' as const) : ('sent-back' as const)
  if (!(await endPrepared(tx, row.id, { ended, by, at: now, reason })))
    throw refuse('review.nothing-to-sign', row.clause)
  const { id: subject, scope, act, subject: about } = row
  record(`act.${ended}`, { subject, scope, before: { act, about, body: row.body }, after: { reason } })
  return { act }
})

export function signingRoutes(acts: readonly TwoPersonAct[]): Endpoint[] {
  return [signPrepared(acts), discardPrepared]
}
