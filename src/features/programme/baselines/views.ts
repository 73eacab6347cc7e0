import { sql } from 'kysely'
import type { z } from 'zod'
import { arrayOf, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import { notFound } from '../../../platform/errors.ts'
import { dayOf } from '../../../shared/dates.ts'
import { requirePilot } from '../pilots/public.ts'
import { baselineContent, baselineOn, baselineVersions } from './baseline-store.ts'
import type { listBaselines, showBaseline } from './contract.ts'

const madeBy = statement(
  {
    id: uuid,
    filingId: uuid.nullable(),
    period: text.nullable(),
    kind: wordsOf('matters.kind').nullable(),
    returns: arrayOf(text),
  },
  (pilotId: string) => sql`
    select b.id, m.filing_id as "filingId", f.period, m.kind,
           coalesce((select array_agg(h.period order by h.period) from return_heads h where h.baseline_id = b.id), '{}') as returns
      from baselines b
      left join matters m on m.filing_id = b.matter_id
      left join filings f on f.id = b.matter_id
     where b.pilot_id = ${pilotId}`,
)

/** Newest first, each with the matter that made it and the tables that stand under it. */
export async function listBaselinesView(
  tx: Tx,
  pilotId: string,
  now: Date,
): Promise<z.input<typeof listBaselines.reply>> {
  await requirePilot(tx, pilotId)
  const versions = await baselineVersions(tx, pilotId)
  const today = await baselineOn(tx, pilotId, dayOf(now))
  const rows = await madeBy(tx, pilotId)
  const about = new Map(rows.map((row) => [row.id, row]))
  return {
    versions: versions.map(({ id, no, hash, lockedAt, inForceFrom }) => {
      const { filingId, period, kind, returns = [] } = about.get(id) ?? {}
      return {
        id,
        no,
        hash,
        lockedAt: lockedAt.toISOString(),
        inForceFrom,
        holds: id === today?.id,
        matter: filingId && period && kind ? { filingId, no: period, kind } : null,
        returns,
      }
    }),
  }
}

export async function showBaselineView(
  tx: Tx,
  pilotId: string,
  no: number,
): Promise<z.input<typeof showBaseline.reply>> {
  await requirePilot(tx, pilotId)
  const version = (await baselineVersions(tx, pilotId)).find((one) => one.no === no)
  if (!version) throw notFound({ zh: '方案版本', en: 'version of the plan' })
  return { no, hash: version.hash, content: await baselineContent(tx, version.id) }
}
