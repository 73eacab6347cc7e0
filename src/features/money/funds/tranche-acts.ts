import type { Actor } from '../../../platform/command.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import { anyReason } from '../../../policy/guide/reasons.ts'
import { refusalText } from '../../../policy/guide/refuse.ts'
import { filingClause, mayFile } from '../../../policy/money/disbursement-filing.ts'
import { mayPublish, mayWithdraw, noticeState } from '../../../policy/money/notices.ts'
import { judgmentClause, mayJudge } from '../../../policy/money/tranche-judgments.ts'
import { isOut } from '../../../policy/money/tranche-states.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { isPost, type Permission, whyNotPermitted } from '../../../policy/people/roles.ts'
import type { SignedAct } from '../../../policy/people/signed-acts.ts'
import type { Day } from '../../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import { type PreparedRow, whyNotBegun } from '../../programme/signing/public.ts'
import type { TrancheView } from './contract.ts'
import type { GateView } from './gate-views.ts'
import type { TrancheRow } from './store.ts'

/** Who looks: what is allowed depends on it. */
export type Reader = Pick<Actor, 'accountId' | 'post' | 'bureau' | 'unitKind' | 'unitId'>

type Seen = GateView & {
  readonly edition: Edition
  readonly rule: TrancheRule
  readonly row: TrancheRow
  readonly filed: boolean
  /** On every tranche of the pilot. */
  readonly prepared: readonly PreparedRow[]
  /** Acts that take two persons of the reader's own bureau. */
  readonly takesTwo: readonly SignedAct[]
}
type Act = readonly [action: TrancheView['actions'][number]['action'], permission: Permission, ask: () => unknown]

/** The acts that the tranche's state offers; each says for this reader whether and why not. */
export function actionsOf(seen: Seen, reader: Reader, today: Day): TrancheView['actions'] {
  const { rule, row } = seen
  const { accountId, post, bureau } = reader
  const judging: Act[] =
    judgmentClause(rule) && !isOut(row) && row.id !== ''
      ? [['judge', 'tranche.judge', () => mayJudge({ rule, standing: seen.facts.judgments, bureau, by: accountId })]]
      : []
  return [...stepsOf(seen, accountId, today), ...judging].map(([action, permission, ask]) => {
    const refused = (isPost(post) ? whyNotPermitted(post, permission) : null) ?? refusalOf(ask())
    const no = refused ?? waitsFor(action, seen, reader)
    return {
      action,
      allowed: !no,
      because: no && refusalText(no),
      clause: no && (no.clause ?? clauseOf(permission, seen)),
    }
  })
}

const signedAs: Readonly<Partial<Record<TrancheView['actions'][number]['action'], SignedAct>>> = {
  judge: 'judgment',
  recommend: 'recommendation',
  release: 'release',
}

/** What the reader's bureau has prepared already is not done a second time; who signs there prepares nothing. */
function waitsFor(action: TrancheView['actions'][number]['action'], seen: Seen, reader: Reader): Refusal | null {
  const act = signedAs[action]
  if (!act) return null
  const { prepared, takesTwo, gate, row } = seen
  return whyNotBegun(prepared, { act, subject: row.id, takesTwo, clause: gate.clause }, reader)
}

/** The clause of an act, where its refusal names none. */
function clauseOf(permission: Permission, { edition, gate, rule }: Seen): Clause {
  if (permission === 'tranche.file') return filingClause(edition)
  if (permission === 'notice.publish' && rule.notice) return rule.notice.clause
  return permission === 'tranche.judge' ? (judgmentClause(rule) ?? gate.clause) : gate.clause
}

function stepsOf({ edition, gate, rule, row, notice, filed }: Seen, by: string, today: Day): Act[] {
  switch (row.state) {
    case 'waiting': {
      // The reason for another sum than planned is given with the sum; a button knows neither yet.
      const given = { gate, amountFen: gate.amountFen.max, recommendation: anyReason, by }
      return [['recommend', 'tranche.recommend', () => policy.recommendTranche(row, given)]]
    }
    case 'recommended': {
      const voucher = { gate, voucherNo: '-', voucherFileId: '-', by }
      const announced = notice !== null && noticeState(notice, today) !== 'over'
      return [
        ['release', 'tranche.release', () => policy.releaseTranche(row, voucher)],
        ...announcing({ gate, rule, row, notice }, today),
        ['withdraw', 'tranche.recommend', () => policy.withdrawRecommendation(row, { gate, announced })],
      ]
    }
    case 'released':
      return [
        ['confirm-receipt', 'tranche.confirm-receipt', () => policy.confirmReceipt(row, { gate, by })],
        [filed ? 'correct-filing' : 'file', 'tranche.file', () => mayFile(row, filingClause(edition))],
      ]
    case 'received':
      return [[filed ? 'correct-filing' : 'file', 'tranche.file', () => mayFile(row, filingClause(edition))]]
  }
}

function announcing({ gate, rule, row, notice }: Pick<Seen, 'gate' | 'rule' | 'row' | 'notice'>, today: Day): Act[] {
  const asked = rule.notice
  if (!asked) return []
  if (!notice) return [['publish', 'notice.publish', () => mayPublish({ rule, tranche: row, gate, standing: false })]]
  return [['take-down', 'notice.publish', () => mayWithdraw(asked, notice, today)]]
}

function refusalOf(answer: unknown): Refusal | null {
  return isRefusal(answer) ? answer : null
}
