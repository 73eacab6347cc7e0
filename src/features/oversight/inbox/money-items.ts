import type { Tx } from '../../../platform/database/connect.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { unfiledDisbursements } from '../../money/disbursements/public.ts'
import { openObjections } from '../../money/notices/public.ts'
import type { InboxItem } from './work-items.ts'

/** Objections to a public notice that nobody has answered: the payment waits for them (G4.2). */
export async function objectionItems(tx: Tx): Promise<InboxItem[]> {
  return (await openObjections(tx)).map(({ noticeId, trancheNo, no, clause, ...row }) => ({
    ...row,
    item: { subject: 'objection', state: 'open', clause },
    shown: () => ({
      href: `/notices/${noticeId}`,
      about: { zh: `第 ${trancheNo} 期公示 · 异议 ${no}`, en: `Notice of tranche ${trancheNo}, objection ${no}` },
    }),
    ownDay: null,
  }))
}

/** Payments whose number on the provincial platform is missing (G4.3). */
export async function disbursementItems(tx: Tx): Promise<InboxItem[]> {
  const items = new Map<Clause, InboxItem['item']>()
  const itemOf = (clause: Clause) => {
    const item = items.get(clause) ?? { subject: 'disbursement', state: 'unfiled', clause }
    items.set(clause, item)
    return item
  }
  return (await unfiledDisbursements(tx)).map(({ no, clause, pilotId, parkName, batchName, since }) => ({
    item: itemOf(clause),
    pilotId,
    parkName,
    batchName,
    since,
    shown: () => ({
      href: `/pilots/${pilotId}/money?act=file&tranche=${no}`,
      about: { zh: `第 ${no} 期资金`, en: `Tranche ${no}` },
    }),
    ownDay: null,
  }))
}
