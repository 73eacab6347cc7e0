import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/services/practice.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** The county economy bureau takes a document over by a paper of its own: from that day it counts (G3.5). */
export const adoptPractice = command(contract.adoptPractice, async ({ params, body }, { tx, actor, now, record }) => {
  const before = await locked(tx, params.practiceId)
  const no = policy.adopt(before, { on: body.on, now })
  if (no) throw no
  const { id, scope } = before
  const after = { state: 'adopted' as const, adoptedOn: body.on, adoptionNo: body.number }
  await store.decide(tx, id, after, actor.accountId, now)
  record('practice.adopted', { subject: id, scope, before, after })
  return { practiceId: id }
})

/** It does not take it over, and says why; the park may hand in another one. */
export const returnPractice = command(contract.returnPractice, async ({ params, body }, { tx, actor, now, record }) => {
  const before = await locked(tx, params.practiceId)
  const no = policy.sendBack(before, body.reason)
  if (no) throw no
  const { id, scope } = before
  const after = { state: 'returned' as const, returnReason: body.reason.trim() }
  await store.decide(tx, id, after, actor.accountId, now)
  record('practice.returned', { subject: id, scope, before, after })
  return { practiceId: id }
})

async function locked(tx: Tx, practiceId: string) {
  const found = await store.lockPractice(tx, practiceId)
  if (!found) throw notFound({ zh: '机制与经验文件', en: 'document' })
  return found
}
