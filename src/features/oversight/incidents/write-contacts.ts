import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { checkContacts } from '../../../policy/oversight/incident-acts.ts'
import * as contract from './contacts-contract.ts'
import { newestContacts } from './store.ts'

/** A new version of the list; older ones stay. */
export const writeContacts = command(contract.writeContacts, async ({ body }, { tx, actor, now, record }) => {
  await holdKey(tx, 'incident-contacts')
  const refusal = checkContacts(body.contacts)
  if (refusal) throw refusal
  const before = await newestContacts(tx)
  const version = before.version + 1
  await tx
    .insertInto('incidentContacts')
    .values(
      body.contacts.map((contact, at) => ({
        ...contact,
        version,
        position: at + 1,
        enteredBy: actor.accountId,
        enteredAt: now,
      })),
    )
    .execute()
  record('incident-contacts.written', {
    subject: null,
    scope: actor.scope,
    before: { version: before.version, contacts: before.contacts },
    after: { version, contacts: body.contacts },
  })
  return { version }
})
