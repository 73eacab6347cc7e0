import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { measureClause, measureGroundList } from '../../../policy/money/measure-grounds.ts'
import * as policy from '../../../policy/money/measures.ts'
import * as claims from '../../../policy/money/measures-claims.ts'
import {
  leftToRelease,
  type MeasureSums,
  measureSums,
  notMadeGood,
  recoverable,
} from '../../../policy/money/measures-sums.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { isPost, type Permission, permits } from '../../../policy/people/roles.ts'
import type { SignedAct } from '../../../policy/people/signed-acts.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { sumFen } from '../../../shared/money.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { FileView } from '../../programme/files/contract.ts'
import { isDamaged, shownFile } from '../../programme/files/public.ts'
import { type Pilot, requirePilot } from '../../programme/pilots/public.ts'
import { whyNotBegun } from '../../programme/signing/public.ts'
import { balances } from '../funds/public.ts'
import type * as contract from './contract.ts'
import type { listAllMeasures } from './list-contract.ts'
import { type Signing, signaturesOn, signingOf } from './measure-signatures.ts'
import { measuresIn, measuresOf, receiptsOf, reissuesOf } from './rows.ts'
import { closedAt, namesOfPilot } from './store.ts'

type Row = Awaited<ReturnType<typeof measuresOf>>[number]
type Receipt = Awaited<ReturnType<typeof receiptsOf>>[number]
type Reissue = Awaited<ReturnType<typeof reissuesOf>>[number]
type Seen = {
  readonly sums: MeasureSums
  readonly today: Day
  readonly actor: Actor
  readonly closedAt: Date | null
  readonly closedOn: Day | null
  readonly pilot: Pilot
  readonly signing: Signing
  readonly files: ReadonlyMap<string, FileView>
  readonly receipts: readonly Receipt[]
  readonly reissues: readonly Reissue[]
}

/** The measures against a pilot with all that was paid back on them, and what its reader may do (G5.3). */
export async function measuresView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof contract.listMeasures.reply>> {
  const pilot = await requirePilot(tx, pilotId)
  const sums = measureSums(await balances(tx, pilotId))
  const rows = await measuresOf(tx, pilotId)
  const receipts = rows.length > 0 ? await receiptsOf(tx, pilotId) : []
  const reissues = receipts.length > 0 ? await reissuesOf(tx, pilotId) : []
  const files = await filesOf(tx, [...rows.map((row) => row.fileId), ...receipts.map((row) => row.voucherFile)])
  const { batchName } = await namesOfPilot(tx, pilotId)
  const closed = await closedAt(tx, pilotId)
  const closedOn = closed && dayOf(closed)
  const ids = rows.map(({ id }) => id)
  const signing = await signingOf(tx, pilot, ids, actor)
  const seen: Seen = {
    sums,
    today: dayOf(now),
    actor,
    closedAt: closed,
    closedOn,
    pilot,
    signing,
    files,
    receipts,
    reissues,
  }
  return {
    parkName: pilot.parkName,
    batchName,
    grounds: groundsOf(pilot),
    closedOn,
    takesTwo: [...signing.takesTwo],
    ...signaturesOn(signing, pilotId, actor, seen, null),
    money: {
      ...{ awardFen: sums.awardFen, releasedFen: sums.releasedFen, deductedFen: sums.deductedFen },
      ...{ leftFen: leftToRelease(sums), recoverableFen: recoverable(sums), claimedFen: sums.claimedFen },
      ...{ recoveredFen: sums.recoveredFen, cashFen: sums.cashFen, spentFen: notMadeGood(sums) },
    },
    measures: rows.map((row) => measureView(row, seen)),
    actions: [
      abilityOf(
        actor,
        'decide',
        'measure.decide',
        begun(seen, 'measure', pilotId, measureClause(pilot.edition, 'weak-progress')),
      ),
    ],
  }
}

function groundsOf({ edition }: Pilot) {
  return measureGroundList.map((ground) => ({ ground, clause: measureClause(edition, ground) }))
}

function measureView(row: Row, seen: Seen): contract.MeasureView {
  const { id, kind, ground, level, state, amountFen, dueOn, provenOn, reason, endReason } = row
  const ended = undone(row.ender, row.reversedAt ?? row.withdrawnAt, endReason)
  const measure: policy.Measure = { ...row, clause: row.clause as Clause }
  const receipts = seen.receipts.filter((one) => one.measureId === id)
  const reissues = seen.reissues.filter((one) => one.measureId === id)
  const standing = (all: readonly (Receipt | Reissue)[]) =>
    sumFen(all.flatMap((one) => (one.reversedBy === null ? [one.amountFen] : [])))
  const claim = claims.claimOf(measure, { receivedFen: standing(receipts), reissuedFen: standing(reissues) })
  return {
    ...{ measureId: id, kind, ground, level, state, clause: row.clause, amountFen, dueOn, provenOn, reason },
    file: fileIn(seen, row.fileId),
    decided: { ...who(row.decider, row.decidedAt), preparedBy: row.decisionPreparer },
    confirmed: row.confirmedAt && { ...who(row.confirmer, row.confirmedAt), preparedBy: row.confirmationPreparer },
    ended: ended && { ...ended, preparedBy: row.reversalPreparer },
    ...signaturesOn(seen.signing, id, seen.actor, seen, { measure, receivedFen: standing(receipts) }),
    claim: isRefusal(claim)
      ? null
      : {
          state: claims.claimState(claim, seen.today),
          openFen: claims.openOf(claim),
          ...{ receivedFen: claim.receivedFen, reissuedFen: claim.reissuedFen },
        },
    receipts: receipts.map((one) => receiptView(one, measure, claim, seen)),
    reissues: reissues.map((one) => reissueView(one, measure, seen)),
    actions: actionsOf(id, measure, claim, seen),
  }
}

type MaybeClaim = ReturnType<typeof claims.claimOf>

/** The steps that its state offers; what is never possible again is left out. */
function actionsOf(id: string, measure: policy.Measure, claim: MaybeClaim, seen: Seen) {
  const { sums, today, actor, closedAt, signing } = seen
  const { clause } = measure
  const hand = { by: actor.accountId, level: policy.levelOf(actor.unitKind), reason: anyReason }
  const actions: contract.MeasureView['actions'] = []
  if (measure.state === 'decided') {
    const confirmed = policy.confirmMeasure(measure, { ...hand, sums, today })
    const waits = begun(seen, 'measure-confirmation', id, clause)
    actions.push(abilityOf(actor, 'confirm', 'measure.confirm', isRefusal(confirmed) ? confirmed : waits))
    actions.push(abilityOf(actor, 'withdraw', 'measure.withdraw', policy.withdrawMeasure(measure, hand)))
  }
  if (measure.state !== 'confirmed') return actions
  const byTwo = signing.takesTwo.includes('measure-reversal')
  const receivedFen = isRefusal(claim) ? 0 : claim.receivedFen
  const reversed = policy.reverseMeasure(measure, { ...hand, byTwo, receivedFen, closedAt })
  if (!isRefusal(claim)) {
    if (claims.openOf(claim) > 0) actions.push(abilityOf(actor, 'receive', 'measure.receive', null))
    if (claim.receivedFen > claim.reissuedFen) actions.push(abilityOf(actor, 'reissue', 'measure.reissue', null))
  }
  const waits = begun(seen, 'measure-reversal', id, clause)
  actions.push(abilityOf(actor, 'reverse', 'measure.confirm', isRefusal(reversed) ? reversed : waits))
  return actions
}

function begun({ signing, actor }: Seen, act: SignedAct, subject: string, clause: Clause): Refusal | null {
  return whyNotBegun(signing.rows, { act, subject, takesTwo: signing.takesTwo, clause }, actor)
}

function receiptView(row: Receipt, { clause }: policy.Measure, claim: MaybeClaim, seen: Seen): contract.ReceiptView {
  const { id: receiptId, amountFen, ownFen, paidOn, voucherNo, recordedAt } = row
  const { closedAt } = seen
  const entered = { amountFen, reversed: row.reversedBy !== null, reason: anyReason, clause, recordedAt, closedAt }
  const no = isRefusal(claim) ? claim : claims.mayReverseReceipt(claim, entered)
  return {
    ...{ receiptId, amountFen, ownFen, paidOn, voucherNo, file: fileIn(seen, row.voucherFile) },
    recorded: who(row.recorder, row.recordedAt),
    reversed: undone(row.undoer, row.reversedAt, row.reversalReason),
    actions: undoable(row, seen, 'measure.receive') ? [abilityOf(seen.actor, 'reverse', 'measure.receive', no)] : [],
  }
}

function reissueView(row: Reissue, { clause }: policy.Measure, seen: Seen): contract.ReissueView {
  const { id: reissueId, countyName, awardYear, awardName, amountFen, issuedOn, documentNo, reason } = row
  const { recordedAt } = row
  const { closedAt } = seen
  const reversed = row.reversedBy !== null
  const no = claims.mayReverseReissue({ reversed, reason: anyReason, clause, recordedAt, closedAt })
  return {
    ...{ reissueId, countyName, awardYear, awardName, amountFen, issuedOn, documentNo, reason },
    recorded: who(row.recorder, row.recordedAt),
    reversed: undone(row.undoer, row.reversedAt, row.reversalReason),
    actions: undoable(row, seen, 'measure.reissue') ? [abilityOf(seen.actor, 'reverse', 'measure.reissue', no)] : [],
  }
}

/** A row of a table offers its reversal to whose office it is alone: a reason in every row helps nobody. */
function undoable({ reversedBy }: Receipt | Reissue, { actor }: Seen, permission: Permission): boolean {
  return reversedBy === null && isPost(actor.post) && permits(actor.post, permission)
}

function who(name: string | null, at: Date) {
  return { name: name ?? '', at: at.toISOString() }
}

function undone(name: string | null, at: Date | null, reason: string) {
  return at && { ...who(name, at), reason }
}

function fileIn({ files }: Seen, id: string): FileView {
  const found = files.get(id)
  if (!found) throw new Error(`the file ${id} of a measure is out of sight`)
  return found
}

async function filesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, FileView>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('files as f')
    .selectAll('f')
    .select(isDamaged.as('damaged'))
    .where('f.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, shownFile(row)]))
}

type Search = z.output<(typeof listAllMeasures)['search']>

/** The measures of the reader's area, a page of them. */
export async function measureList(
  tx: Tx,
  { page, pageSize, ...asked }: Search,
  now: Date,
): Promise<z.input<typeof listAllMeasures.reply>> {
  const found = await measuresIn(tx, { ...asked, limit: pageSize, offset: (page - 1) * pageSize })
  const today = dayOf(now)
  const measures = found.map(({ total: _, receivedFen, decidedAt, ...row }) => {
    const { kind, state, amountFen, dueOn } = row
    const isClaim = kind === 'recovery' && state === 'confirmed' && amountFen !== null && dueOn !== null
    const claim = isClaim ? { amountFen, dueOn, receivedFen, reissuedFen: 0 } : null
    return {
      ...row,
      decidedAt: decidedAt.toISOString(),
      claim: claim && { state: claims.claimState(claim, today), openFen: claims.openOf(claim) },
    }
  })
  return { measures, total: found[0]?.total ?? 0 }
}
