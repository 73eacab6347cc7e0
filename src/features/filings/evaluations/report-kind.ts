import type { Tx } from '../../../platform/database/connect.ts'
import type { EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import { emptyForm, type FormGap, type FormRow, type RowsContent } from '../../../policy/filings/forms.ts'
import { both, type RefusalCode, refusalText } from '../../../policy/guide/refuse.ts'
import { canonical } from '../../../shared/canonical.ts'
import { dayOf } from '../../../shared/dates.ts'
import { formKind } from '../forms/public.ts'
import type { Duty } from '../owed/public.ts'
import { lapsePublication } from '../publications/public.ts'
import { type ReportedPilot, reportedPilot, resultOf } from './results.ts'

type Asked = { readonly tx: Tx; readonly now: Date }
type Found = { readonly pilot: Duty['pilots'][number]; readonly found: ReportedPilot | typeof noPlan }

/** A pilot whose plan was never approved has nothing to be held to. */
const noPlan = { withoutPlan: true } as const

/** The report of an evaluation (G5.3): results of settled evaluations, in force once it is over. */
function reportKind(kind: EvaluationObligation) {
  const findAll = async ({ tx, now }: Asked, { pilots }: Duty): Promise<Found[]> => {
    const all: Found[] = []
    for (const pilot of pilots) {
      const found = pilot.planOn === null ? noPlan : await reportedPilot(tx, pilot.id, kind, dayOf(now))
      all.push({ pilot, found })
    }
    return all
  }
  const results = async (asked: Asked, duty: Duty): Promise<RowsContent> => ({
    rows: (await findAll(asked, duty)).map(rowOf),
  })
  return formKind(kind, {
    draft: async (asked, duty) => ({ ...emptyForm(kind), results: await results(asked, duty) }),

    refresh: (before, fresh) => ({ ...before, results: fresh.results ?? { rows: [] } }),

    gaps: async (duty, content, asked) => {
      const all = await findAll(asked, duty)
      const unsettled = all.flatMap(({ pilot, found }, at) => {
        if (!('waitsFor' in found)) return []
        const { waitsFor } = found
        const park = pilot.parkName
        const field = `rows.${at}.grade`
        return waitsFor
          ? [gap(field, 'evaluation.unsettled', { park, ...both('state', waitsFor) })]
          : [gap(field, 'evaluation.not-opened', { park })]
      })
      const stale = canonical({ rows: all.map(rowOf) }) !== canonical(content.results)
      return [...unsettled, ...(stale ? [gap('rows', 'evaluation.results-stale')] : [])]
    },

    // Money that went out on a grade stands on the report that brought it.
    builtUpon: async (tx, { pilots }) => {
      const found = await tx
        .selectFrom('tranches as t')
        .innerJoin('evaluationResults as r', 'r.pilotId', 't.pilotId')
        .select('t.id')
        .where(
          't.pilotId',
          'in',
          pilots.map(({ id }) => id),
        )
        .where('r.kind', '=', kind)
        .whereRef('t.recommendedAt', '>=', 'r.inForceAt')
        .limit(1)
        .execute()
      return found.length > 0
    },

    onReopened: lapsePublication,

    onDone: async ({ tx, now, record }, duty, { versionId }) => {
      for (const { found: reported } of await findAll({ tx, now }, duty)) {
        if (!('row' in reported)) continue
        const { row, score } = reported
        const before = await resultOf(tx, row.pilot.id, kind)
        const found = {
          points: score?.total ?? null,
          grade: score?.grade ?? null,
          unratedReason: row.unratedReason,
          items: Object.fromEntries(score?.items.map(({ item, scored }) => [item, scored]) ?? []),
        }
        // What a report opened again leaves as it was stays in force: of a closed pilot nothing more may be written.
        if (before && canonical(found) === canonical(outcome(before))) continue
        const result = { evaluationId: row.id, no: (before?.no ?? 0) + 1, pilotId: row.pilot.id, kind, ...found }
        await tx
          .insertInto('evaluationResults')
          .values({ ...result, items: JSON.stringify(found.items), versionId, inForceAt: now, scope: row.scope })
          .execute()
        record('evaluation.in-force', { subject: row.id, scope: row.scope, after: result })
      }
    },
  })
}

type Result = NonNullable<Awaited<ReturnType<typeof resultOf>>>
const outcome = ({ points, grade, unratedReason, items }: Result) => ({ points, grade, unratedReason, items })

function rowOf({ pilot, found }: Found): FormRow {
  const empty = { id: pilot.id, park: pilot.parkId, points: null, grade: '', remark: '' }
  if ('withoutPlan' in found) return { ...empty, grade: 'not-rated', remark: '方案未审核通过，没有可供评价的目标' }
  if ('waitsFor' in found) return empty
  const { row, score } = found
  if (!score) return { ...empty, grade: 'not-rated', remark: row.unratedReason }
  const remark = score.vetoes.map(({ veto }) => row.form.vetoes.find(({ id }) => id === veto)?.zh ?? veto).join('；')
  return { ...empty, points: (score.total ?? 0) / 100, grade: score.grade ?? '', remark }
}

function gap(field: string, code: RefusalCode, facts: Readonly<Record<string, string>> = {}): FormGap {
  return { section: 'results', field, severity: 'error', ...refusalText({ code, facts }) }
}

export const midTermReport = reportKind('mid-term-evaluation')
export const finalReport = reportKind('final-evaluation')
