import type { Fen } from '../../shared/money.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import { emptyReasons } from './empty-figure.ts'
import { figureOf } from './standing.ts'

/** The execution rate of a table, percent; null while nothing is received. `ledgerRate`: what the ledger makes of it, null where that is the same. */
export type Execution = { readonly executionRate: number | null; readonly ledgerRate: number | null }

type Row = { readonly indicator: string; readonly total: number | null }
type Money = { readonly receivedFen: Fen; readonly spentFen: Fen }

/** The rate that the row of the table has, after what was reduced in it (G3.5); the ledger's where the edition has no such row. */
export function executionOf(
  { indicators }: Pick<Edition, 'indicators'>,
  rows: readonly Row[],
  { receivedFen, spentFen }: Money,
): Execution {
  const codes = indicators.filter(({ measure }) => measure === 'money-spent').map(({ code }) => code)
  const told = rows.find(({ indicator }) => codes.includes(indicator))?.total ?? null
  const ledger = figureOf({ value: spentFen, of: receivedFen })
  if (told === null || told === ledger) return { executionRate: ledger, ledgerRate: null }
  return { executionRate: told, ledgerRate: ledger }
}

/** The rate by itself, or why there is none; what the ledger says stands beside it. */
export function executionWords({ executionRate: rate, ledgerRate }: Execution): { rate: Text; ledger: Text | null } {
  if (rate === null) return { rate: emptyReasons['nothing-received'].label, ledger: null }
  if (ledgerRate === null) return { rate: same(rate), ledger: null }
  return {
    rate: { zh: `核定 ${rate}%`, en: `accepted ${rate}%` },
    ledger: { zh: `专账 ${ledgerRate}%`, en: `ledger ${ledgerRate}%` },
  }
}

/** Both in one line, for papers. */
export function executionText(execution: Execution): Text {
  const { rate, ledger } = executionWords(execution)
  return ledger ? { zh: `${rate.zh}（${ledger.zh}）`, en: `${rate.en} (${ledger.en})` } : rate
}

function same(rate: number): Text {
  return { zh: `${rate}%`, en: `${rate}%` }
}
