import type { Tx } from '../../platform/database/connect.ts'
import type { TrancheRule } from '../../policy/edition-rules.ts'
import { refusalText } from '../../policy/refuse.ts'
import { isPost, type Permission, whyNotPermitted } from '../../policy/roles.ts'
import * as policy from '../../policy/tranches.ts'
import { dayOf } from '../../shared/dates.ts'
import { formatYuan } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Pilot } from '../pilots/public.ts'
import type { TrancheView } from './contract.ts'
import { gatesOf } from './gate-views.ts'
import { type TrancheRow, tranchesOf } from './store.ts'
import { conditionNames, trancheWords } from './words.ts'

/** Who looks: what is allowed depends on it. */
export type Reader = {
  readonly accountId: string
  readonly post: string
  readonly bureau: 'economy' | 'finance' | null
}

type Names = ReadonlyMap<string, string>

/** Every tranche of the edition, also before the plan is approved and there are rows. */
export async function trancheViews(tx: Tx, pilot: Pilot, reader: Reader): Promise<TrancheView[]> {
  const rows = await tranchesOf(tx, pilot.id)
  const gates = await gatesOf(tx, pilot, rows)
  const names = await namesOf(tx, rows)
  const files = await filesOf(tx, rows)
  return pilot.edition.tranches.flatMap((rule) => {
    const gate = gates.get(rule.no)
    if (!gate) return []
    const row = rows.find(({ no }) => no === rule.no) ?? notYet(rule.no)
    return {
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
      warnings: row.state === 'waiting' && gate.open ? gate.warnings.map(({ text, clause }) => ({ text, clause })) : [],
      recommendation: row.recommendation,
      recommended: step(row.recommendedBy, row.recommendedAt, names),
      released: step(row.releasedBy, row.releasedAt, names),
      paidOn: row.paidOn,
      voucherNo: row.voucherNo,
      voucherFile: files.get(row.voucherFileId ?? '') ?? null,
      received: step(row.receivedBy, row.receivedAt, names),
      actions: actionsOf(row, gate, reader),
    }
  })
}

function notYet(no: number): TrancheRow {
  return { ...policy.newTranche(no), id: '', recommendedAt: null, releasedAt: null, paidOn: null, receivedAt: null }
}

function conditionsOf(rule: TrancheRule, gate: policy.TrancheGate): TrancheView['conditions'] {
  return rule.conditions.map(({ condition, clause, source }) => {
    const missing = gate.missing.find((one) => one.condition === condition)
    return { condition, text: missing?.text ?? conditionNames[condition], met: !missing, clause, source }
  })
}

/** A gate speaks until the tranche is recommended; from then on its own story does. */
function sentenceOf(row: TrancheRow, gate: policy.TrancheGate, names: Names): Text {
  const { no, amountFen } = row
  const yuan = formatYuan(amountFen ?? 0)
  const by = names.get(row.recommendedBy ?? '') ?? ''
  const on = (instant: Date | null) => (instant ? dayOf(instant) : '')
  if (row.state === 'recommended') {
    return both((language) => trancheWords.recommended[language](no, yuan, by, on(row.recommendedAt)))
  }
  if (row.state === 'released') return both((language) => trancheWords.released[language](no, yuan, row.paidOn ?? ''))
  if (row.state === 'received') return both((language) => trancheWords.received[language](no, yuan, on(row.receivedAt)))
  return gate.sentence
}

function both(say: (language: 'zh' | 'en') => string): Text {
  return { zh: say('zh'), en: say('en') }
}

/** The acts that the tranche's state offers; each says for this reader whether and why not. */
function actionsOf(row: TrancheRow, gate: policy.TrancheGate, { accountId, post }: Reader): TrancheView['actions'] {
  const ability = (action: string, permission: Permission, ask: () => unknown) => {
    const no = (isPost(post) ? whyNotPermitted(post, permission) : null) ?? refusalOf(ask())
    return { action, allowed: !no, because: no && refusalText(no), clause: no && (no.clause ?? 'G4.2') }
  }
  switch (row.state) {
    case 'waiting':
      return [
        ability('recommend', 'tranche.recommend', () =>
          policy.recommendTranche(row, { gate, amountFen: gate.amountFen.max, recommendation: '', by: accountId }),
        ),
      ]
    case 'recommended':
      return [
        ability('release', 'tranche.release', () =>
          policy.releaseTranche(row, { gate, voucherNo: '-', voucherFileId: '-', by: accountId }),
        ),
        ability('withdraw', 'tranche.recommend', () => policy.withdrawRecommendation(row)),
      ]
    case 'released':
      return [
        ability('confirm-receipt', 'tranche.confirm-receipt', () => policy.confirmReceipt(row, { by: accountId })),
      ]
    case 'received':
      return []
  }
}

function refusalOf(answer: unknown): Refusal | null {
  return isRefusal(answer) ? answer : null
}

function step(by: string | null, at: Date | null, names: Names): TrancheView['recommended'] {
  return by && at ? { name: names.get(by) ?? '', at: at.toISOString() } : null
}

async function namesOf(tx: Tx, rows: readonly TrancheRow[]): Promise<Names> {
  const ids = rows.flatMap((row) => [row.recommendedBy, row.releasedBy, row.receivedBy]).filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const accounts = await tx.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

async function filesOf(tx: Tx, rows: readonly TrancheRow[]) {
  const ids = rows.map((row) => row.voucherFileId).filter((id) => id !== null)
  if (ids.length === 0) return new Map<string, never>()
  const files = await tx.selectFrom('files').select(['id', 'name', 'size']).where('id', 'in', ids).execute()
  return new Map(files.map(({ id, name, size }) => [id, { fileId: id, name, size }]))
}
