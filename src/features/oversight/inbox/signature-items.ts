import { isOfMeasures } from '../../../policy/people/signed-acts.ts'
import { signerOf } from '../../../policy/people/two-persons.ts'
import type { WaitingAct } from '../../programme/signing/public.ts'
import type { InboxItem } from './work-items.ts'

/** Prepared acts that wait for their second person; `filings`: what each filing is called, and where it is read. */
export function signatureItems(
  acts: readonly WaitingAct[],
  filings: ReadonlyMap<string, Pick<InboxItem, 'shown'>>,
): InboxItem[] {
  return acts.map(
    ({ preparedId, act, subject, seat, clause, since, preparedBy, pilotId, trancheNo, unitName, batchName }) => {
      const tranche = () => ({
        href: `/pilots/${pilotId}/money/signature/${preparedId}`,
        about: { zh: `第 ${trancheNo} 期资金`, en: `Tranche ${trancheNo}` },
      })
      const measure = () => ({ href: `/pilots/${pilotId}/measures`, about: { zh: '处理措施', en: 'Measure' } })
      const filing = () => ({ href: `/filings/${subject}`, about: { zh: '报送材料', en: 'Filing' } })
      return {
        item: { subject: 'signature', state: 'prepared', act, post: signerOf(seat), clause },
        pilotId,
        parkName: unitName,
        batchName,
        shown: isOfMeasures(act) ? measure : trancheNo === null ? (filings.get(subject)?.shown ?? filing) : tranche,
        since,
        preparedBy,
        ownDay: null,
      }
    },
  )
}
