import type { Tx } from '../../../platform/database/connect.ts'
import type { InvoiceKeys } from '../../../policy/services/invoice-numbers.ts'
import type { Text } from '../../../shared/words.ts'
import * as payments from './store.ts'

/** The words for an invoice that is entered somewhere already; where, only its own park can see. */
export const elsewhere: Text = { zh: '本省其他记录', en: 'another record in the province' }

/** What an invoice with one of these numbers was entered for before: a service inside the reader's scope by its number, any other without a word on where. */
export async function usedBy(tx: Tx, keys: InvoiceKeys): Promise<Text | null> {
  if (!(await payments.invoiceUsed(tx, keys))) return null
  const mine = await payments.serviceOfInvoice(tx, keys)
  if (mine) return { zh: `服务 ${mine.no}`, en: `service ${mine.no}` }
  const red = await payments.serviceOfRedLetter(tx, keys)
  return red ? { zh: `服务 ${red.no} 的红字发票`, en: `the red-letter invoice of service ${red.no}` } : elsewhere
}
