import type { Tx } from '../../../platform/database/connect.ts'
import { emptyForm, type FieldsContent } from '../../../policy/filings/forms.ts'
import { draftSummary, refreshedDraft, type SummarySource } from '../../../policy/returns/half-year.ts'
import type { Duty } from '../owed/public.ts'
import { recordsOf, reductionsOf } from '../return/public.ts'
import { formKind } from './form-kind.ts'

/** The half-year's summary (G5.4): progress and money drafted from what is accepted; a person finishes it. */
export const halfYearSummary = formKind('half-year-summary', {
  draft: async ({ tx }, duty) => ({
    ...emptyForm('half-year-summary'),
    ...draftSummary(duty.period, duty.unit.name, await sourcesOf(tx, duty)),
  }),

  refresh: (before, fresh) =>
    Object.fromEntries(
      Object.entries(before).map(([section, part]) => {
        const made = fresh[section] as FieldsContent | undefined
        return [section, made?.drafted === undefined ? part : refreshedDraft(part as FieldsContent, made)]
      }),
    ),

  // What comes after was written in the light of it.
  builtUpon: async (tx, { batch, unit, kind, period }) => {
    const later = await tx
      .selectFrom('filings')
      .select('id')
      .where('batchId', '=', batch.id)
      .where('unitId', '=', unit.id)
      .where('kind', '=', kind)
      .where('period', '>', period)
      .where('versionNo', '>', 0)
      .limit(1)
      .execute()
    return later.length > 0
  },
})

async function sourcesOf(tx: Tx, { pilots, batch: { edition } }: Duty): Promise<SummarySource[]> {
  const visited = await tx
    .selectFrom('visits as v')
    .innerJoin('services as s', 's.id', 'v.serviceId')
    .select(['s.pilotId', 'v.visitedOn'])
    .where(
      's.pilotId',
      'in',
      pilots.map((pilot) => pilot.id),
    )
    .where('s.state', '<>', 'cancelled')
    .execute()
  const reductions = await reductionsOf(
    tx,
    pilots.map(({ id }) => id),
  )
  const sources: SummarySource[] = []
  for (const { id, parkName } of pilots) {
    const visits = visited.filter((visit) => visit.pilotId === id).map((visit) => visit.visitedOn)
    const taken = reductions.filter(({ pilotId }) => pilotId === id)
    sources.push({ pilotId: id, parkName, edition, records: await recordsOf(tx, id), reductions: taken, visits })
  }
  return sources
}
