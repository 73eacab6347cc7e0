import type { Tx } from '../../platform/database/connect.ts'
import { unfiledDisbursements } from '../disbursements/public.ts'
import { openObjections } from '../notices/public.ts'
import type { Waiting } from './things.ts'

/** Objections to a public notice that nobody has answered: the payment waits for them (G4.2). */
export async function objectionThings(tx: Tx): Promise<Waiting[]> {
  return (await openObjections(tx)).map(({ noticeId, trancheNo, no, ...row }) => ({
    ...row,
    thing: { subject: 'objection', state: 'open' },
    href: `/notices/${noticeId}`,
    about: { zh: `第 ${trancheNo} 期公示 · 异议 ${no}`, en: `Notice of tranche ${trancheNo}, objection ${no}` },
    obligationDay: null,
  }))
}

/** Payments whose number on the provincial platform is missing (G4.3). */
export async function disbursementThings(tx: Tx): Promise<Waiting[]> {
  return (await unfiledDisbursements(tx)).map(({ no, ...row }) => ({
    ...row,
    thing: { subject: 'disbursement', state: 'unfiled' },
    href: `/pilots/${row.pilotId}/money?act=file&tranche=${no}`,
    about: { zh: `第 ${no} 期资金`, en: `Tranche ${no}` },
    obligationDay: null,
  }))
}
