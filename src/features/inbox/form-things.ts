import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { isDone } from '../../policy/filing.ts'
import { nextSeats } from '../../policy/filing-posts.ts'
import { filingTitle } from '../../policy/filing-title.ts'
import { addDays, dayOf, startOfDay } from '../../shared/dates.ts'
import { type OwedForm, owedAndFiled } from '../filings/public.ts'
import { mostThings, type Waiting } from './things.ts'

/** From how long before its day a form that nobody has begun is asked for. */
const askedBefore = 30

/** Forms that are owed: begun and not over, or not begun and due soon or late; what is locked waits for an exception. */
export async function formThings(tx: Tx, reader: Actor, now: Date): Promise<Waiting[]> {
  const soon = addDays(dayOf(now), askedBefore)
  const waits = ({ duty, dueOn, filed, standing }: OwedForm) =>
    filed ? !isDone({ rule: duty.rule, state: filed.state }) : dueOn <= soon && standing.state !== 'locked'
  const all = (await owedAndFiled(tx, reader, now)).filter(waits)
  return all.slice(0, mostThings).map(({ duty, dueOn, filed }): Waiting => {
    const { rule, period, kind, batch, unit, pilotId } = duty
    return {
      thing: {
        subject: 'filing',
        state: filed?.state ?? 'unopened',
        rule,
        waitingFor: filed?.state === 'submitted' ? nextSeats(rule, filed.spoken) : [],
      },
      pilotId,
      parkName: unit.name,
      href: filed ? `/filings/${filed.id}` : `/filings?batchId=${batch.id}&kind=${kind}`,
      about: filingTitle(rule, period),
      since: filed?.since ?? startOfDay(addDays(dueOn, 0 - askedBefore)),
      obligationDay: dueOn,
    }
  })
}
