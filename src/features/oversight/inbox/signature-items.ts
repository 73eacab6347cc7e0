import { signerOf } from '../../../policy/people/two-persons.ts'
import type { WaitingAct } from '../../programme/signing/public.ts'
import type { InboxItem } from './work-items.ts'

/** Prepared acts that wait for their second person; `filings`: what each filing is called, and where it is read. */
export function signatureItems(
  acts: readonly WaitingAct[],
  filings: ReadonlyMap<string, Pick<InboxItem, 'about' | 'href'>>,
): InboxItem[] {
  return acts.map(
    ({ preparedId, act, subject, seat, clause, since, preparedBy, pilotId, trancheNo, unitName, batchName }) => {
      const tranche = {
        href: `/pilots/${pilotId}/money/signature/${preparedId}`,
        about: { zh: `第 ${trancheNo} 期资金`, en: `Tranche ${trancheNo}` },
      }
      const filing = filings.get(subject) ?? { href: `/filings/${subject}`, about: { zh: '报送材料', en: 'Filing' } }
      const { href, about } = trancheNo === null ? filing : tranche
      return {
        item: { subject: 'signature', state: 'prepared', act, post: signerOf(seat), clause },
        pilotId,
        parkName: unitName,
        batchName,
        href,
        about,
        since,
        preparedBy,
        ownDay: null,
      }
    },
  )
}
