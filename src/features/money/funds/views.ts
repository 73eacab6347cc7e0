import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Balances, balanceOf, lineAccount, totals } from '../../../policy/money/ledger.ts'
import { coveredFen, measureSums } from '../../../policy/money/measures-sums.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { isServiceKind, isTailored } from '../../../policy/records/service-kinds.ts'
import { type Fen, sumFen } from '../../../shared/money.ts'
import type { Route } from '../../../shared/route.ts'
import { currentBaseline, fundLines } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import type { FundLineView, showFunds } from './contract.ts'
import { balances } from './ledger-store.ts'
import { parksSharing, payeeAccountsOf, payeeView } from './payee-account.ts'
import type { Reader } from './tranche-acts.ts'
import { trancheViews } from './tranche-views.ts'

type Reply<R extends Route> = z.input<R['reply']>

/** The money page of a pilot: three numbers apart, its fund lines, and what may happen to each tranche. */
export async function fundsOf(tx: Tx, pilot: Pilot, reader: Reader, now: Date): Promise<Reply<typeof showFunds>> {
  const [book, lines] = [await balances(tx, pilot.id), await linesOf(tx, pilot.id)]
  const { committedFen, disbursedFen, spentFen } = totals(book)
  const { recoveredFen, claimedFen } = measureSums(book)
  const batch = await tx
    .selectFrom('pilots as p')
    .innerJoin('batches as b', 'b.id', 'p.batchId')
    .select('b.name')
    .where('p.id', '=', pilot.id)
    .executeTakeFirstOrThrow()
  const plan = await currentBaseline(tx, pilot.id)
  const [account, ...former] = await payeeAccountsOf(tx, pilot.id)
  const shown = lines.map((line) => withBalances(line, book))
  return {
    pilotId: pilot.id,
    parkName: pilot.parkName,
    batchName: batch.name,
    payee: {
      name: pilot.parkName,
      uscc: pilot.parkUscc,
      account: account ? payeeView(account, reader) : null,
      former: former.map((one) => payeeView(one, reader)),
      sharedBy: account ? await parksSharing(tx, pilot.id, account.number) : [],
      actions: [abilityOf(reader, 'set-payee', 'payee.set', null)],
    },
    plan: plan && { no: plan.no, lockedAt: plan.lockedAt.toISOString() },
    money: {
      awardFen: pilot.awardFen,
      committedFen,
      disbursedFen,
      spentFen,
      undisbursedFen: pilot.awardFen - disbursedFen - balanceOf(book, 'deducted'),
      deductedFen: balanceOf(book, 'deducted'),
      recoveredFen,
      claimedFen,
      inTransitFen: balanceOf(book, 'in-transit'),
      cashFen: balanceOf(book, 'cash'),
      payableFen: balanceOf(book, 'payable'),
      availableFen: sumFen(shown.map((line) => line.availableFen)),
      coveredFen: coveredFen(book),
    },
    tailored: {
      plannedPercent: tailoredPercent(shown, (line) => line.provincialFen),
      committedPercent: tailoredPercent(shown, (line) => line.committedFen + line.spentFen),
      spentPercent: tailoredPercent(shown, (line) => line.spentFen),
      ...pilot.edition.tailoredShare,
    },
    tranches: await trancheViews(tx, pilot, reader, now),
    lines: shown,
  }
}

type Line = Omit<FundLineView, 'availableFen' | 'committedFen' | 'spentFen'>

async function linesOf(tx: Tx, pilotId: string): Promise<Line[]> {
  const rows = await fundLines(tx, pilotId)
  return rows.map(({ id, serviceKind, purpose, quarter, indicator, provincialFen }) => ({
    lineId: id,
    serviceKind,
    purpose,
    quarter,
    indicator,
    provincialFen,
  }))
}

function withBalances(line: Line, book: Balances): FundLineView {
  const of = (kind: 'line-available' | 'line-committed' | 'line-spent') =>
    balanceOf(book, lineAccount(kind, line.lineId))
  return {
    ...line,
    availableFen: of('line-available'),
    committedFen: of('line-committed'),
    spentFen: of('line-spent'),
  }
}

/** Percent with one decimal of a sum that goes to tailored services (G4.4); null while the sum is zero. */
function tailoredPercent(lines: readonly FundLineView[], amountOf: (line: FundLineView) => Fen): number | null {
  const all = sumFen(lines.map(amountOf))
  if (all === 0) return null
  const tailored = lines.filter(({ serviceKind }) => isServiceKind(serviceKind) && isTailored(serviceKind))
  return Math.round((sumFen(tailored.map(amountOf)) * 1000) / all) / 10
}
