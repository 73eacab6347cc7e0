import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import type { MatterChange } from '../../../policy/plan/matter-change.ts'
import { baselineContent, baselineVersions } from '../../programme/baselines/public.ts'
import { readCourseFiling } from '../course/public.ts'
import { pilotIdOf } from '../plan/public.ts'
import type { showMatter } from './contract.ts'
import { matterRowOf } from './list-views.ts'
import { requireInForce } from './matter-kind.ts'

/** What a matter has beside its filing. @throws HttpError 404 */
export async function showMatterView(
  tx: Tx,
  filingId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof showMatter.reply>> {
  const about = await matterRowOf(tx, filingId, now)
  if (!about) throw notFound({ zh: '重大事项', en: 'major matter' })
  const { duty, content } = await readCourseFiling(tx, actor, filingId)
  const pilotId = pilotIdOf(duty)
  const { id, no, inForceFrom } = await requireInForce(tx, pilotId)
  const plans = await baselineVersions(tx, pilotId)
  const made = plans.find((one) => one.matterId === filingId)
  const base = plans.find((one) => one.id === (content.change as MatterChange).basedOn)
  return {
    ...about,
    inForce: { id, no, inForceFrom, content: await baselineContent(tx, id) },
    base: base ? { id: base.id, no: base.no, content: await baselineContent(tx, base.id) } : null,
    made: made ? { no: made.no, inForceFrom: made.inForceFrom } : null,
  }
}
