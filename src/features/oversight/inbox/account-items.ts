import type { Tx } from '../../../platform/database/connect.ts'
import { accountActs } from '../../../policy/people/account-requests.ts'
import { waitingRequests } from '../../programme/accounts/public.ts'
import type { InboxItem } from './work-items.ts'

/** What the system administrator has prepared about accounts. */
export async function accountItems(tx: Tx): Promise<InboxItem[]> {
  return (await waitingRequests(tx)).map(({ accountId, act, name, unitName, preparedAt }) => ({
    item: { subject: 'account', state: 'prepared' },
    pilotId: null,
    parkName: unitName,
    shown: () => ({
      href: `/accounts?act=decide&account=${accountId}`,
      about: { zh: `${accountActs[act].zh}：${name}`, en: `${accountActs[act].en}: ${name}` },
    }),
    since: preparedAt,
    ownDay: null,
    preparedBy: accountId,
  }))
}
