import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { FormerDiagnoses } from '../../../platform/database/types.ts'
import type { Industry } from '../../../policy/services/enterprise-size.ts'
import { byName } from '../../../shared/clean.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import { fileById, shownFile } from '../../programme/files/public.ts'
import type { DiagnosisView } from './contract.ts'

/** The diagnosis as it stands. */
export async function diagnosisView(tx: Tx, enterpriseId: string): Promise<DiagnosisView | null> {
  const found = await tx
    .selectFrom('diagnoses as d')
    .innerJoin('accounts as a', 'a.id', 'd.recordedBy')
    .selectAll('d')
    .select(['d.id as diagnosisId', 'a.name as recordedByName'])
    .where('d.enterpriseId', '=', enterpriseId)
    .executeTakeFirst()
  return found ? viewOf(tx, found) : null
}

/** What it said before each correction, the newest first. */
export async function formerViews(tx: Tx, enterpriseId: string): Promise<DiagnosisView[]> {
  const rows = await tx
    .selectFrom('formerDiagnoses as f')
    .innerJoin('diagnoses as d', 'd.id', 'f.diagnosisId')
    .innerJoin('accounts as a', 'a.id', 'f.recordedBy')
    .selectAll('f')
    .select('a.name as recordedByName')
    .where('d.enterpriseId', '=', enterpriseId)
    .orderBy('f.revision', 'desc')
    .execute()
  const views = []
  for (const row of rows) views.push(await viewOf(tx, row))
  return views
}

type Row = Selectable<FormerDiagnoses> & { recordedByName: string }

async function viewOf(tx: Tx, row: Omit<Row, 'recommended' | 'class'> & { recommended: string[]; class: string }) {
  const report = row.reportFile ? await fileById(tx, row.reportFile) : null
  return {
    diagnosisId: row.diagnosisId,
    diagnosedOn: row.diagnosedOn,
    answers: row.answers as DiagnosisView['answers'],
    facts: row.facts as DiagnosisView['facts'],
    problems: row.problems as DiagnosisView['problems'],
    recommended: row.recommended as DiagnosisView['recommended'],
    class: row.class as DiagnosisView['class'],
    reasons: row.reasons as DiagnosisView['reasons'],
    report: report && shownFile(report),
    recordedBy: row.recordedByName,
    recordedAt: row.recordedAt.toISOString(),
    revision: row.revision,
    correctionReason: row.correctionReason,
  }
}

function enterpriseRows(tx: Tx) {
  return tx
    .selectFrom('pilotEnterprises as e')
    .innerJoin('pilots as p', 'p.id', 'e.pilotId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .select([
      'e.id as enterpriseId',
      'e.pilotId',
      'e.scope',
      'u.name as parkName',
      'e.name',
      'e.uscc',
      sql<Industry>`e.industry`.as('industry'),
      'e.staff',
      'e.revenueWan',
      'e.assetsWan',
    ])
}

export function enterpriseById(tx: Tx, id: string) {
  return enterpriseRows(tx).where('e.id', '=', id).executeTakeFirst()
}

/** The pilot enterprises of the locked plan, the undiagnosed first, with their class and how far their services are. */
export async function enterprisesOf(tx: Tx, pilotId: string) {
  const baseline = await currentBaseline(tx, pilotId)
  if (!baseline) return []
  const rows = await enterpriseRows(tx)
    .leftJoin('diagnoses as d', 'd.enterpriseId', 'e.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('services as s')
          .whereRef('s.enterpriseId', '=', 'e.id')
          .where('s.state', '<>', 'cancelled')
          .select([
            sql<number>`count(*)::int`.as('services'),
            sql<number>`count(s.counted_on)::int`.as('servicesCounted'),
          ])
          .as('done'),
      (join) => join.onTrue(),
    )
    .select([
      sql<DiagnosisView['class'] | null>`d.class`.as('class'),
      'd.diagnosedOn',
      sql<DiagnosisView['recommended']>`coalesce(d.recommended, '{}')`.as('recommended'),
      sql<number>`done.services`.as('services'),
      sql<number>`done.services_counted`.as('servicesCounted'),
    ])
    .where('e.baselineId', '=', baseline.id)
    .execute()
  const isDiagnosed = ({ diagnosedOn }: (typeof rows)[number]) => Number(diagnosedOn !== null)
  return byName(rows).sort((one, other) => isDiagnosed(one) - isDiagnosed(other))
}
