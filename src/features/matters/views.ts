import type { z } from 'zod'
import type { Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notFound } from '../../platform/errors.ts'
import * as policy from '../../policy/filing.ts'
import type { MatterSection } from '../../policy/matter.ts'
import { refusalText } from '../../policy/refuse.ts'
import { seatOf } from '../../policy/roles.ts'
import { listVersions, opinionsByVersion, type VersionRow, versionContent } from '../filings/public.ts'
import { abilityOf } from '../pilots/public.ts'
import { baselineContent, baselineVersions } from '../plans/public.ts'
import type { checkMatter, showMatter } from './contract.ts'
import { matterRowOf } from './list-views.ts'
import { marksOf } from './marks.ts'
import { gapsOf, type Matter, readMatter, requireInForce } from './matter-filing.ts'

type View = z.input<typeof showMatter.reply>

/** `version`: which submitted version to show; the newest unless asked otherwise. */
export async function showMatterView(
  tx: Tx,
  filingId: string,
  wanted: number | undefined,
  actor: Actor,
  now: Date,
): Promise<View> {
  const matter = await readMatter(tx, filingId)
  const { row, filing, pilot, change } = matter
  const about = await matterRowOf(tx, filingId, now)
  if (!about) throw notFound({ zh: '重大事项', en: 'major matter' })
  const inForce = await requireInForce(tx, pilot.id)
  const plans = await baselineVersions(tx, pilot.id)
  const versions = await listVersions(tx, filingId)
  const at = versions.findIndex((version) => version.no === (wanted ?? versions[0]?.no))
  const [shown, previous] = at < 0 ? [] : versions.slice(at, at + 2)
  const marks = row.state === 'approved' ? [] : await marksOf(tx, filingId)
  const made = plans.find((one) => one.matterId === filingId)
  const base = plans.find((one) => one.id === change.basedOn)
  return {
    ...about,
    sections: row.sections.map((one) => ({
      section: one.section as MatterSection,
      content: one.content,
      revision: one.revision,
      open: one.open,
      editedByName: one.editedByName,
      editedAt: one.editedAt?.toISOString() ?? null,
      marks: marks.filter((mark) => mark.section === one.section).map(({ seat, reason }) => ({ seat, reason })),
    })),
    inForce: {
      id: inForce.id,
      no: inForce.no,
      inForceFrom: inForce.inForceFrom,
      content: await baselineContent(tx, inForce.id),
    },
    base: base ? { id: base.id, no: base.no, content: await baselineContent(tx, base.id) } : null,
    versions: await withOpinions(tx, versions),
    shown: shown ? await frozen(tx, shown) : null,
    previous: previous ? await frozen(tx, previous) : null,
    seats: [...filing.rule.opinions],
    made: made ? { no: made.no, inForceFrom: made.inForceFrom } : null,
    actions: await actionsOn(tx, matter, actor, now),
  }
}

async function actionsOn(tx: Tx, matter: Matter, actor: Actor, now: Date): Promise<View['actions']> {
  const { filing } = matter
  const by = actor.accountId
  const open = filing.state === 'draft' || filing.state === 'returned'
  const gaps = open ? await gapsOf(tx, matter, now) : []
  const edit = policy.saveSection(filing, filing.openSections[0] ?? 'report', by)
  const seat = seatOf(actor.unitKind, actor.bureau)
  return [
    abilityOf(actor, 'edit', 'matter.edit', edit),
    abilityOf(actor, 'submit', 'matter.submit', policy.submitFiling(filing, { by, gaps })),
    abilityOf(actor, 'withdraw', 'matter.submit', policy.withdrawFiling(filing)),
    abilityOf(actor, 'give-opinion', 'matter.give-opinion', policy.mayGiveOpinion(filing, { seat, by })),
  ]
}

async function withOpinions(tx: Tx, versions: readonly VersionRow[]): Promise<View['versions']> {
  const opinions = await opinionsByVersion(
    tx,
    versions.map((version) => version.id),
  )
  return versions.map(({ id, no, hash, submittedByName, submittedAt }) => ({
    no,
    hash,
    submittedByName,
    submittedAt: submittedAt.toISOString(),
    opinions: (opinions.get(id) ?? []).map(({ seat, verdict, marks, accountName, at }) => ({
      seat,
      verdict,
      marks: [...marks],
      accountName,
      at,
    })),
  }))
}

async function frozen(tx: Tx, { id, no, hash }: VersionRow) {
  return { no, hash, content: await versionContent(tx, id) }
}

export async function checkMatterView(tx: Tx, filingId: string, now: Date): Promise<z.input<typeof checkMatter.reply>> {
  const gaps = await gapsOf(tx, await readMatter(tx, filingId), now)
  return {
    gaps: gaps.map((gap) => ({
      section: gap.section,
      field: gap.field,
      code: gap.code,
      clause: gap.clause,
      severity: gap.severity,
      text: refusalText(gap),
    })),
  }
}
