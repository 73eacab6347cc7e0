import type { Client } from '../../../database/demo/client.ts'
import { arrangements, liaisonOfficers, plannedTranches } from '../../../database/demo/filings.ts'
import { draftPlan } from '../../../database/demo/programme.ts'
import * as course from '../../../src/features/filings/course/contract.ts'
import type { World } from '../world.ts'
import type { KnownFiling, Model } from './model.ts'

/** Writes what a filing lacks; what is refused stays as it was. */
export async function write(
  world: World,
  model: Model,
  client: Client,
  { filingId, kind, unitId, versions }: KnownFiling,
) {
  const params = { filingId }
  const park = model.parks.find(({ parkId }) => parkId === unitId)
  if (kind === 'plan' && park && versions.length === 0) {
    const { batch, pilotId, name } = park
    await draftPlan(world, { batchId: batch.batchId, parkId: unitId, pilotId, name, scope: '', uscc: '' })
    return
  }
  const { gaps, sections } = await client.done(course.showFiling, { params })
  const parks = model.parks.filter(({ batch }) => batch === park?.batch || !park)
  for (const { section, content, revision } of sections.filter((one) => one.open)) {
    const made = contentOf(kind, section, content, {
      gaps: gaps.map(({ field }) => field),
      parks: parks.map(({ name }) => name),
    })
    if (made === undefined) continue
    await client.call(course.saveFilingSection, { params: { filingId, section }, body: { revision, content: made } })
  }
}

function contentOf(kind: string, section: string, content: unknown, of: { gaps: string[]; parks: string[] }): unknown {
  if (kind === 'target-table') {
    const codes = of.gaps.map((field) => field.replace('reasons.', ''))
    const { reasons } = content as { reasons: Record<string, string> }
    return { reasons: { ...reasons, ...Object.fromEntries(codes.map((code) => [code, '本期为 0，按计划推进'])) } }
  }
  if (kind === 'major-matter' && section === 'report')
    return { ...(content as object), course: '设备故障', measures: '已停用检修', request: '请知悉' }
  if (kind === 'half-year-summary') {
    const { fields } = content as { fields: { text?: string } }
    return { ...(content as object), fields: { text: fields.text || '按计划推进' } }
  }
  if (section === 'officers') return { rows: liaisonOfficers('嘉善县', of.parks, '2026-04-01') }
  if (section === 'tranches')
    return plannedTranches([150_000_000, 250_000_000, 100_000_000], ['2026-05-20', '2026-12-20', '2027-12-20'])(content)
  return section === 'arrangements' ? arrangements() : undefined
}
