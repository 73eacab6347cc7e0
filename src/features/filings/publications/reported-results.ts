import type { Tx } from '../../../platform/database/connect.ts'
import type { EvaluationObligation, PublicationRule } from '../../../policy/editions/evaluation-rules.ts'
import { gradeList } from '../../../policy/editions/rule-terms.ts'
import type { PublishedResult } from '../../../policy/evaluation/publication.ts'
import type { FormContent } from '../../../policy/filings/forms.ts'
import { measuresInForce } from '../../money/measures/public.ts'
import { unitNamesOf } from '../../programme/units/public.ts'
import { recordedForm } from '../course/public.ts'
import type { Duty } from '../owed/public.ts'

/** The results of a report that is over, park by park as it tells them, with the version that tells them. */
export async function reportedResults(
  tx: Tx,
  duty: Duty,
  kind: EvaluationObligation,
  { measures: kinds }: Pick<PublicationRule, 'measures'>,
): Promise<{ readonly versionId: string; readonly results: readonly PublishedResult[] }> {
  const { batch, unit, pilots } = duty
  const found = await recordedForm(tx, { batchId: batch.id, unitId: unit.id, kind })
  if (!found) throw new Error(`the report ${kind} of ${unit.name} is not over`)
  const countyNames = await unitNamesOf(tx, [...new Set(pilots.map(({ countyId }) => countyId))])
  const ids = pilots.map(({ id }) => id)
  const inForce = await measuresInForce(tx, ids, kinds)
  const results = rowsOf(found.content).flatMap(({ park, points, grade, remark }) => {
    const pilot = pilots.find(({ parkId }) => parkId === park)
    if (!pilot) return []
    return {
      pilotId: pilot.id,
      parkName: pilot.parkName,
      countyName: countyNames.get(pilot.countyId) ?? '',
      points: typeof points === 'number' ? Math.round(points * 100) : null,
      grade: gradeList.find((one) => one === grade) ?? null,
      remark: String(remark ?? ''),
      measures: inForce
        .filter(({ pilotId }) => pilotId === pilot.id)
        .map(({ kind: measure, on }) => ({ kind: measure, on })),
    }
  })
  return { versionId: found.versionId, results }
}

function rowsOf({ results }: FormContent) {
  return results && 'rows' in results ? results.rows : []
}
