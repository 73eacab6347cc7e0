import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import {
  closeOutActs,
  whyNotArchived,
  whyNotEnded,
  whyNotProposed,
  whyNotStep,
} from '../../../policy/oversight/close-out.ts'
import { conditionsOf, graceEnd } from '../../../policy/oversight/close-out-conditions.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { pilotsSeen, requirePilot } from '../../programme/pilots/public.ts'
import type { CloseOutView, showCloseOut } from './contract.ts'
import { closeOutFacts } from './facts.ts'
import { closeOutsOf } from './store.ts'

/** So many open things of a condition are shown; all are counted. */
const shownOpen = 20

/** Where the end of a pilot stands: its conditions, its proposal, and what this reader may do. */
export async function closeOutView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof showCloseOut.reply>> {
  const pilot = await requirePilot(tx, pilotId)
  const [seen] = await pilotsSeen(tx, { pilotId })
  const facts = await closeOutFacts(tx, pilot, now)
  const all = await closeOutsOf(tx, pilotId)
  const current = all.find(({ state }) => state !== 'ended') ?? null
  const closing = { standing: current?.state ?? null, facts }
  const seat = seatOf(actor.unitKind, actor.bureau)
  const { propose, confirm, record, end } = closeOutActs
  return {
    pilotId,
    parkName: pilot.parkName,
    batchName: seen?.batchName ?? '',
    periodTo: facts.period.to,
    graceTo: graceEnd(pilot.edition, facts.period),
    money: {
      awardFen: pilot.awardFen,
      disbursedFen: seen?.disbursedFen ?? 0,
      spentFen: seen?.spentFen ?? 0,
      heldFen: facts.heldFen,
    },
    conditions: conditionsOf(facts).map(({ open, ...condition }) => ({
      ...condition,
      open: open.slice(0, shownOpen).map((item) => ({ ...item })),
      openInAll: open.length,
    })),
    closeOut: current && viewOf(current),
    former: all.filter(({ state }) => state === 'ended').map(viewOf),
    actions: [
      abilityOf(actor, 'propose', propose.permission, whyNotProposed(closing)),
      abilityOf(actor, 'confirm', confirm.permission, whyNotStep(closing, 'confirm')),
      abilityOf(actor, 'record', record.permission, whyNotStep(closing, 'record')),
      abilityOf(actor, 'end', end.permission, whyNotEnded(closing, { seat, reason: null })),
      abilityOf(actor, 'archive', 'archive.view', whyNotArchived(pilot.edition, closing.standing)),
    ],
  }
}

type Row = Awaited<ReturnType<typeof closeOutsOf>>[number]

function viewOf(row: Row): CloseOutView {
  const { id, state, remark, endReason } = row
  return {
    ...{ closeOutId: id, state, remark, endReason },
    proposed: { by: row.proposer, unit: row.proposerUnit, at: row.proposedAt.toISOString() },
    confirmed: stepOf(row.confirmer, row.confirmerUnit, row.confirmedAt),
    recorded: stepOf(row.recorder, row.recorderUnit, row.recordedAt),
    ended: stepOf(row.ender, row.enderUnit, row.endedAt),
  }
}

function stepOf(by: string | null, unit: string | null, at: Date | null) {
  return by === null || unit === null || at === null ? null : { by, unit, at: at.toISOString() }
}
