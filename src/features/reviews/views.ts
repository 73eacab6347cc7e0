import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import { type Change, changesBetween, unchangedSections } from '../../policy/changes.ts'
import * as policy from '../../policy/filing.ts'
import type { PlanContent } from '../../policy/plan.ts'
import { bureauOfSeat, seatOf } from '../../policy/roles.ts'
import { formatYuan } from '../../shared/money.ts'
import { asPolicy, listVersions, opinionsByVersion, showFiling, versionContent } from '../filings/public.ts'
import { abilityOf, requirePilot } from '../pilots/public.ts'
import type { showReview } from './contract.ts'

type Review = z.input<typeof showReview.reply>

export async function showReviewView(
  tx: Tx,
  filingId: string,
  wanted: number | undefined,
  actor: Actor,
): Promise<Review> {
  const row = await showFiling(tx, filingId)
  if (row?.kind !== 'plan') throw notFound({ zh: '方案', en: 'plan' })
  const pilot = await requirePilot(tx, row.pilotId ?? '')
  const filing = asPolicy(row, pilot.edition)
  const versions = await listVersions(tx, filingId)
  const at = versions.findIndex((version) => version.no === (wanted ?? versions[0]?.no))
  const [shown, previous] = at < 0 ? [] : versions.slice(at, at + 2)
  const content = shown ? ((await versionContent(tx, shown.id)) as PlanContent) : null
  const before = previous ? ((await versionContent(tx, previous.id)) as PlanContent) : null
  const opinions = await opinionsByVersion(
    tx,
    versions.map((version) => version.id),
  )
  const changes = content && before ? changesBetween(before, content) : null
  return {
    filingId,
    pilotId: pilot.id,
    parkName: pilot.parkName,
    state: row.state,
    reviewers: filing.rule.opinions.map(bureauOfSeat),
    waitingFor: policy.waitingFor(filing).map(bureauOfSeat),
    versions: versions.map(({ id, no, hash, submittedByName, submittedAt }) => ({
      no,
      hash,
      submittedByName,
      submittedAt: submittedAt.toISOString(),
      opinions: (opinions.get(id) ?? []).map(({ seat, verdict, marks, accountName, at: given }) => ({
        bureau: bureauOfSeat(seat),
        verdict,
        marks: [...marks],
        accountName,
        at: given,
      })),
    })),
    shown: shown && content ? { no: shown.no, hash: shown.hash, content } : null,
    changes: changes?.map(inWords) ?? null,
    unchangedSections: changes ? unchangedSections(changes) : [],
    actions: [
      abilityOf(
        actor,
        'give-opinion',
        'filing.give-opinion',
        policy.mayGiveOpinion(filing, { seat: seatOf(actor.unitKind, actor.bureau), by: actor.accountId }),
      ),
    ],
  }
}

function inWords({ section, kind, path, label, field, before, after }: Change) {
  const isMoney = field?.endsWith('Fen') ?? false
  return {
    section,
    kind,
    field: `${section}.${path}`,
    label,
    before: shown(before, isMoney),
    after: shown(after, isMoney),
  }
}

function shown(value: unknown, isMoney: boolean): string {
  if (value === null || value === undefined) return ''
  if (isMoney && typeof value === 'number') return formatYuan(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map((one) => shown(one, false)).join('、')
  return Object.values(value as object)
    .map((one) => shown(one, false))
    .filter(Boolean)
    .join(' · ')
}
