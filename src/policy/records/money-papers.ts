import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { both, refuse } from '../guide/refuse.ts'

/** Papers of which each proves one movement of money: the same bytes never stand for a second one (G3.4, G4.2). */
export const moneyPapers = {
  invoice: { zh: '发票', en: 'invoice' },
  'red-letter': { zh: '红字发票', en: 'red-letter invoice' },
  'bank-receipt': { zh: '银行回单', en: 'bank receipt' },
  voucher: { zh: '拨付凭证', en: 'payment voucher' },
} as const satisfies Record<string, Text>

export type MoneyPaper = keyof typeof moneyPapers

/** What the bytes of a file stand for already. `serviceNo`, `trancheNo` of `parkName`: where, as far as the reader may see it. */
export type PaperUse = {
  readonly kind: MoneyPaper
  readonly serviceNo: string | null
  readonly parkName: string | null
  readonly trancheNo: number | null
}

/** Refuses a paper that proves another movement of money already. */
export function checkPaper(use: PaperUse | null, clause: Clause, field: string): Refusal | null {
  return use && refuse('common.paper-used-before', clause, both('other', nameOf(use)), field)
}

function nameOf({ kind, serviceNo, parkName, trancheNo }: PaperUse): Text {
  const { zh, en } = moneyPapers[kind]
  if (serviceNo !== null) return { zh: `服务 ${serviceNo} 的${zh}`, en: `the ${en} of service ${serviceNo}` }
  if (trancheNo !== null && parkName !== null)
    return { zh: `${parkName}第 ${trancheNo} 期的${zh}`, en: `the ${en} of tranche ${trancheNo} of ${parkName}` }
  return { zh: `本省其他记录的${zh}`, en: `the ${en} of another record in the province` }
}

/** What the second of two is told who send the same bytes in the same moment. */
export function paperTaken(clause: Clause | null, field: string, kind: MoneyPaper): () => Refusal {
  return () =>
    refuse(
      'common.paper-used-before',
      clause,
      both('other', nameOf({ kind, serviceNo: null, parkName: null, trancheNo: null })),
      field,
    )
}
