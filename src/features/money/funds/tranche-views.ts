import type { Tx } from '../../../platform/database/connect.ts'
import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import { filingClause } from '../../../policy/money/disbursement-filing.ts'
import { totals } from '../../../policy/money/ledger.ts'
import { measureSums, recoverable } from '../../../policy/money/measures-sums.ts'
import { noticeState } from '../../../policy/money/notices.ts'
import * as policy from '../../../policy/money/tranches.ts'
import { dayOf } from '../../../shared/dates.ts'
import { formatYuan } from '../../../shared/money.ts'
import type { Text } from '../../../shared/words.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { preparedOn, signedSeatsOf } from '../../programme/signing/public.ts'
import { type LastFiling, lastFilings } from '../disbursements/public.ts'
import { type EndedNotice, endedNotices } from '../notices/public.ts'
import { conditionsOf } from './condition-views.ts'
import type { TrancheView } from './contract.ts'
import { type GateView, gatesOf } from './gate-views.ts'
import { earlierJudgments, type JudgmentRow } from './judgment-store.ts'
import { judgingOf } from './judgment-view.ts'
import { balances } from './ledger-store.ts'
import { payeeAccountsOf, payeeView } from './payee-account.ts'
import { listReversals, type Reversal } from './reversal-store.ts'
import { type Files, reversalView } from './reversal-view.ts'
import { type TrancheRow, tranchesOf } from './store.ts'
import { actionsOf, type Reader } from './tranche-acts.ts'
import { type Names, signed, step } from './tranche-hands.ts'
import { signaturesOf } from './tranche-signatures.ts'
import { listWithdrawals, type Withdrawal } from './withdrawal-store.ts'
import { trancheWords } from './words.ts'

/** Every tranche of the edition, also before the plan is approved and there are rows. */
export async function trancheViews(tx: Tx, pilot: Pilot, reader: Reader, now: Date): Promise<TrancheView[]> {
  const rows = await tranchesOf(tx, pilot.id)
  const gates = await gatesOf(tx, pilot, rows, now)
  const ids = rows.map(({ id }) => id)
  const filings = await lastFilings(tx, ids)
  const withdrawals = await listWithdrawals(tx, ids)
  const reversals = await listReversals(tx, ids)
  const former = await endedNotices(tx, ids)
  const earlier = await earlierJudgments(tx, ids)
  const words = [...[...gates.values()].flatMap(({ judgments }) => judgments), ...earlier]
  const names = await namesOf(tx, rows, words, filings, [...withdrawals, ...reversals])
  const files = await filesOf(tx, [...rows.map((row) => row.voucherFileId), ...reversals.map((row) => row.voucherFile)])
  const book = await balances(tx, pilot.id)
  const sums = totals(book)
  const unclaimedFen = recoverable(measureSums(book))
  const prepared = await preparedOn(tx, ids)
  const signedHere = await signedSeatsOf(tx, pilot.countyId)
  const payees = await payeeAccountsOf(tx, pilot.id)
  const today = dayOf(now)
  return pilot.edition.tranches.flatMap((rule): TrancheView[] => {
    const view = gates.get(rule.no)
    if (!view) return []
    const { gate } = view
    const row = rows.find(({ no }) => no === rule.no) ?? notYet(rule.no)
    const signatures = signaturesOf({ ...view, pilot, rule, row, payees, signedHere, unclaimedFen }, prepared, reader)
    const paidTo = payees.find(({ id }) => id === row.payeeAccountId)
    const filing = filings.find((one) => one.trancheId === row.id && !one.reversed) ?? null
    return [
      {
        no: rule.no,
        clause: rule.clause,
        source: rule.source,
        share: rule.share === 'rest' ? null : rule.share,
        state: row.state,
        sentence: sentenceOf(row, gate, names),
        open: gate.open,
        minFen: gate.amountFen.min,
        maxFen: gate.amountFen.max,
        amountFen: row.amountFen,
        conditions: conditionsOf(rule, gate),
        warnings:
          row.state === 'waiting' && gate.open ? gate.warnings.map(({ text, clause }) => ({ text, clause })) : [],
        planned: gate.planned && {
          amountFen: gate.planned.amountFen,
          plannedOn: gate.planned.plannedOn,
          clause: gate.planClause,
        },
        judging: judgingOf(
          rule,
          view,
          earlier.filter(({ trancheId }) => trancheId === row.id),
          sums,
          names,
        ),
        notice: noticeOf(
          rule,
          view,
          former.filter(({ trancheId }) => trancheId === row.id),
          today,
        ),
        filingClause: filingClause(pilot.edition),
        filing: filing && {
          number: filing.number,
          name: filing.name,
          filedOn: filing.filedOn,
          by: step(filing.recordedBy, filing.recordedAt, names),
        },
        formerFilings: filings
          .filter((one) => one.trancheId === row.id && one.reversed)
          .map(({ number, name, filedOn, voucherNo }) => ({ number, name, filedOn, voucherNo })),
        recommendation: row.recommendation,
        recommended: signed(row.recommendedBy, row.recommendedAt, row.recommendationPreparedBy, names),
        withdrawals: withdrawals
          .filter(({ trancheId }) => trancheId === row.id)
          .map(({ amountFen, recommendedAt, reason, withdrawnBy, withdrawnAt }) => ({
            amountFen,
            recommendedAt: recommendedAt.toISOString(),
            reason,
            by: step(withdrawnBy, withdrawnAt, names),
          })),
        reversals: reversals
          .filter(({ trancheId }) => trancheId === row.id)
          .map((one) => reversalView(one, payees, { files, names, reader })),
        released: signed(row.releasedBy, row.releasedAt, row.releasePreparedBy, names),
        paidOn: row.paidOn,
        voucherNo: row.voucherNo,
        paidTo: paidTo ? payeeView(paidTo, reader) : null,
        voucherFile: files.get(row.voucherFileId ?? '') ?? null,
        received: step(row.receivedBy, row.receivedAt, names),
        receivedOn: row.receivedOn,
        ...signatures,
        actions: actionsOf(
          {
            ...view,
            edition: pilot.edition,
            rule,
            row,
            filed: filing !== null,
            prepared,
            takesTwo: signatures.takesTwo,
          },
          reader,
          today,
        ),
      },
    ]
  })
}

function notYet(no: number): TrancheRow {
  return {
    ...policy.newTranche(no),
    id: '',
    recommendedAt: null,
    releasedAt: null,
    paidOn: null,
    payeeAccountId: null,
    receivedOn: null,
    receivedAt: null,
  }
}

/** A gate speaks until the tranche is recommended; from then on its own story does, and what holds the payment. */
function sentenceOf(row: TrancheRow, gate: policy.TrancheGate, names: Names): Text {
  const { no, amountFen } = row
  const yuan = formatYuan(amountFen ?? 0)
  const by = names.get(row.recommendedBy ?? '') ?? ''
  const on = (instant: Date | null) => (instant ? dayOf(instant) : '')
  if (row.state === 'recommended') {
    const story = both((language) => trancheWords.recommended[language](no, yuan, by, on(row.recommendedAt)))
    if (gate.payable) return story
    const closed = policy.closedSentence(no, [...gate.missing, ...gate.held])
    const asked = both((language) => trancheWords.asked[language](no, yuan, by, on(row.recommendedAt)))
    return { zh: `${asked.zh}${closed.zh}`, en: `${asked.en} ${closed.en}` }
  }
  if (row.state === 'released') return both((language) => trancheWords.released[language](no, yuan, row.paidOn ?? ''))
  if (row.state === 'received')
    return both((language) => trancheWords.received[language](no, yuan, row.receivedOn ?? ''))
  return gate.sentence
}

function both(say: (language: 'zh' | 'en') => string): Text {
  return { zh: say('zh'), en: say('en') }
}

function noticeOf(
  { notice: rule }: TrancheRule,
  { notice, facts }: GateView,
  ended: readonly EndedNotice[],
  today: string,
): TrancheView['notice'] {
  if (!rule) return null
  const { workingDays, clause, source } = rule
  const former = ended.map(({ id, trancheId: _, ended: state, endedAt, ...one }) => ({
    ...one,
    noticeId: id,
    state,
    endedOn: dayOf(endedAt),
  }))
  const asked = { workingDays, clause, source, former }
  if (!notice) return { ...asked, standing: null }
  const { id: noticeId, publishedOn, untilOn, provisional, objections, openObjections } = notice
  const daysLeft = facts.notice?.daysLeft ?? 0
  const state = noticeState(notice, today)
  const standing = { noticeId, state, publishedOn, untilOn, daysLeft, provisional, objections, openObjections }
  return { ...asked, standing }
}

async function namesOf(
  tx: Tx,
  rows: readonly TrancheRow[],
  words: readonly JudgmentRow[],
  filings: readonly LastFiling[],
  takenBack: readonly (Withdrawal | Reversal)[],
): Promise<Names> {
  const ids = [
    ...rows.flatMap((row) => [row.recommendedBy, row.recommendationPreparedBy]),
    ...rows.flatMap((row) => [row.releasedBy, row.releasePreparedBy, row.receivedBy]),
    ...words.flatMap((row) => [row.by, row.preparedBy ?? null]),
    ...filings.map((row) => row.recordedBy),
    ...takenBack.flatMap((row) =>
      'withdrawnBy' in row
        ? [row.withdrawnBy]
        : [row.releasedBy, row.releasePreparedBy, row.reversedBy, row.preparedBy],
    ),
  ].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const accounts = await tx.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

async function filesOf(tx: Tx, some: readonly (string | null)[]): Promise<Files> {
  const ids = some.filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const files = await tx.selectFrom('files').select(['id', 'name', 'size']).where('id', 'in', ids).execute()
  return new Map(files.map(({ id, name, size }) => [id, { fileId: id, name, size }]))
}
