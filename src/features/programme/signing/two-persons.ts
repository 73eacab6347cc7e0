import type { z } from 'zod'
import { type Acting, command, type Endpoint, type Guards, type Input } from '../../../platform/command.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import type { SignedAct } from '../../../policy/people/signed-acts.ts'
import { takesTwo, whyNotPrepared, whyNotPreparer } from '../../../policy/people/two-persons.ts'
import type { Route } from '../../../shared/route.ts'
import { addPrepared, endPrepared, preparedOn, waitingOn } from './prepared-store.ts'
import { signedSeatsOf } from './signing-store.ts'

type Reply<R extends Route> = z.input<R['reply']>

/** An act that every rule has agreed to and that nothing is written of yet. */
export type Decided<Result> = {
  /** What it is about: a tranche, a filing. */
  readonly subject: string
  readonly scope: string
  /** Null for what no bureau does, which one person does. */
  readonly seat: Seat | null
  /** Whose stricter rule counts beside the province's; null for what no county does. */
  readonly countyId: string | null
  readonly edition: Edition
  readonly clause: Clause
  /** Saves and records it. */
  readonly carryOut: () => Promise<Result>
}

/**
 * An act that may take two persons. `decide` locks what decides and asks the rules, all of them, as the person who acts; it
 * writes nothing. `preparedBy`: the account that prepared what this one signs, null where one person does it alone.
 */
export type TwoPersonAct<R extends Route = Route> = {
  readonly act: SignedAct
  readonly route: R
  readonly guards: Guards<R>
  readonly decide: (input: Input<R>, acting: Acting, preparedBy: string | null) => Promise<Decided<Reply<R>>>
}

const guards = { acts_signed: () => refuse('review.signed-from-now', null) }

/** An act by its name in a list of many. */
export function anyAct<R extends Route>(act: TwoPersonAct<R>): TwoPersonAct {
  return act as unknown as TwoPersonAct
}

/** The act's own door: it is done at once, or where it takes two persons prepared for the second one. */
export function twoPersonCommand<R extends Route>(act: TwoPersonAct<R>): Endpoint {
  return command(act.route, (input, acting) => doOrPrepare(acting, act, input), { ...guards, ...act.guards })
}

/** The same for one of many that are done together. @throws Refusal */
export async function doOrPrepare<R extends Route>(
  acting: Acting,
  { act, decide }: TwoPersonAct<R>,
  input: Input<R>,
): Promise<Reply<R>> {
  const { tx, actor, now, newId, record } = acting
  const decided = await decide(input, acting, null)
  const { subject, scope, seat, countyId, edition, clause } = decided
  if (seat === null) return decided.carryOut()
  const waiting = await waitingOn(tx, subject, act, seat)
  const no = whyNotPrepared(waiting && { seat, by: waiting.preparedBy }, clause)
  if (no) throw no
  const signedHere = await signedSeatsOf(tx, countyId)
  if (!takesTwo(edition, act, seat, signedHere)) return decided.carryOut()
  const sole = whyNotPreparer(seat, actor.post, clause)
  if (sole) throw sole
  const { params, body } = input
  const by = actor.accountId
  const id = newId()
  const row = {
    id,
    act,
    subject,
    unitId: actor.unitId,
    seat,
    clause,
    params,
    body,
    preparedBy: by,
    preparedAt: now,
    scope,
  }
  await addPrepared(tx, row)
  record('act.prepared', { subject: id, scope, after: { act, about: subject, seat, body } })
  // Every such contract answers so beside its own reply.
  return { toSign: true } as Reply<R>
}

/** What was prepared about something lapses with it. */
export async function lapsePrepared(acting: Acting, subject: string, acts: readonly SignedAct[]): Promise<void> {
  const { tx, actor, now, record } = acting
  for (const { id, act, scope, ended } of await preparedOn(tx, [subject])) {
    if (ended !== null || !acts.includes(act)) continue
    await endPrepared(tx, id, { ended: 'lapsed', by: actor.accountId, at: now, reason: '' })
    record('act.lapsed', { subject: id, scope, before: { act, about: subject } })
  }
}

export { guards as twoPersonGuards }
