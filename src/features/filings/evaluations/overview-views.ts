import { sql } from 'kysely'
import { z } from 'zod'
import { int, jsonb, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTheTree, newestBatchFirst } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf, obligationOf, owes } from '../../../policy/editions/edition.ts'
import type {
  EvaluationForm,
  EvaluationItem,
  EvaluationObligation,
  NamedRow,
} from '../../../policy/editions/evaluation-rules.ts'
import { furthestFromMean, sharePercentOf, spreadOf } from '../../../policy/evaluation/comparison.ts'
import { exact, hundredthsOf } from '../../../policy/evaluation/rational.ts'
import { formFor } from '../../../policy/evaluation/score.ts'
import type { Day } from '../../../shared/dates.ts'
import { publishedReports } from '../publications/public.ts'
import type { compareEvaluations } from './overview-contract.ts'

export type Compared = z.input<typeof compareEvaluations.reply>
type Asked = z.output<typeof compareEvaluations.search>

const kinds: readonly EvaluationObligation[] = ['final-evaluation', 'mid-term-evaluation']

const batchesSeen = statement(
  { batchId: uuid, name: text, edition: text, pilots: int },
  () => sql`
    select b.id as "batchId", b.name, b.edition, count(*)::int as pilots
      from batches b join pilots p on p.batch_id = b.id
     where in_scope(p.scope) and not p.standing group by b.id order by ${newestBatchFirst}`,
)

const evaluationsIn = statement(
  {
    evaluationId: uuid,
    pilotId: uuid,
    parkName: text,
    countyName: text,
    state: wordsOf('evaluations.state'),
    points: int.nullable(),
    grade: wordsOf('evaluation_results.grade').nullable(),
    items: jsonb(z.record(z.string(), z.number().nullable())).nullable(),
    midTerm: int.nullable(),
    inForce: int.nullable(),
  },
  ({ batchId, kind }: { readonly batchId: string; readonly kind: string }) => sql`
    select e.id as "evaluationId", e.pilot_id as "pilotId", u.name as "parkName", c.name as "countyName", e.state,
           r.points, r.grade, r.items, m.points as "midTerm", r.no as "inForce"
      from evaluations e
      join pilots p on p.id = e.pilot_id
      join units u on u.id = p.park_id
      join units c on c.id = p.county_id
      left join evaluation_results r
        on r.evaluation_id = e.id and not exists (select from evaluation_results l where l.evaluation_id = e.id and l.no > r.no)
      left join lateral (select m.points from evaluation_results m
                          where m.pilot_id = e.pilot_id and m.kind = 'mid-term-evaluation' and e.kind = 'final-evaluation'
                          order by m.no desc limit 1) m on true
     where p.batch_id = ${batchId} and e.kind = ${kind} and in_scope(e.scope)
     order by r.points desc nulls last, ${inTheTree('u')}`,
)

type Row = Awaited<ReturnType<typeof evaluationsIn>>[number]

/** How many items a ranking names to say why a result stands where it stands. */
const named = 3

/** The evaluations of one batch side by side: by default the newest batch and kind of which there are any. */
export async function overviewView(tx: Tx, asked: Asked, today: Day): Promise<Compared> {
  const batches = await batchesSeen(tx)
  const choices = batches.flatMap(({ batchId, name, edition }) => {
    const own = kinds.filter((kind) => owes(editionOf(edition), kind))
    return own.length > 0 ? [{ batchId, name, kinds: own }] : []
  })
  const wanted = choices.filter(({ batchId }) => asked.batchId === undefined || batchId === asked.batchId)
  const pairs = wanted.flatMap(({ batchId, kinds: own }) =>
    own.filter((kind) => asked.kind === undefined || kind === asked.kind).map((kind) => ({ batchId, kind })),
  )
  let [chosen] = pairs
  let rows: Row[] = []
  for (const pair of pairs) {
    rows = await evaluationsIn(tx, pair)
    if (rows.length > 0) {
      chosen = pair
      break
    }
  }
  const batch = batches.find(({ batchId }) => batchId === chosen?.batchId)
  if (!chosen || !batch) return { ...nothing, batches: choices }
  return {
    ...nothing,
    batches: choices,
    ...chosen,
    pilots: batch.pilots,
    publications: await publishedReports(tx, chosen, today),
    ...compared(batch.edition, chosen.kind, rows),
  }
}

const nothing: Compared = {
  batches: [],
  batchId: null,
  kind: null,
  name: null,
  clause: null,
  pilots: 0,
  publications: [],
  grades: [],
  notRated: 0,
  parts: [],
  items: [],
  rows: [],
}

function compared(editionId: string, kind: EvaluationObligation, rows: readonly Row[]): Partial<Compared> {
  const edition = editionOf(editionId)
  const rule = obligationOf(edition, kind)
  const form = formFor(edition, kind)
  const inForce = rows.filter((row) => row.inForce !== null)
  const { parts, items } = form ? spreads(form, inForce) : { parts: [], items: [] }
  const means = new Map(items.flatMap(({ id, spread }) => (spread ? [[id, spread.mean] as const] : [])))
  const nameOf = new Map(items.map(({ id, name }) => [id, name]))
  return {
    name: { zh: rule.zh, en: rule.en },
    clause: rule.clause,
    grades: edition.grades.map(({ grade, zh, en }) => ({
      grade,
      name: { zh, en },
      count: inForce.filter((row) => row.grade === grade).length,
    })),
    notRated: inForce.filter((row) => row.grade === null).length,
    parts,
    items,
    rows: rows.map(({ inForce: no, items: own, midTerm, grade, ...row }) => {
      const found = edition.grades.find((one) => one.grade === grade)
      return {
        ...row,
        grade: found ? { zh: found.zh, en: found.en } : null,
        rank: row.points === null ? null : 1 + rows.filter((one) => (one.points ?? -1) > (row.points ?? 0)).length,
        change: row.points === null || midTerm === null ? null : row.points - midTerm,
        why: furthestFromMean(no === null ? {} : (own ?? {}), means, named).map(({ item, difference }) => ({
          name: nameOf.get(item) ?? { zh: item, en: item },
          difference,
        })),
      }
    }),
  }
}

function spreads(form: EvaluationForm, rows: readonly Row[]) {
  const told = ({ id, zh, en, points }: NamedRow & { readonly points: number }, of: EvaluationItem[]) => ({
    id,
    name: { zh, en },
    points: hundredthsOf(exact(points)),
    ...standing(of, rows),
  })
  const items = form.parts.flatMap((part) => part.items)
  return {
    parts: form.parts.map((part) => told(part, [...part.items])),
    items: items.map((item) => told(item, [item])),
  }
}

/** What these items together come to over some results; one that did not apply to a park is none of its points. */
function standing(items: readonly EvaluationItem[], rows: readonly Row[]) {
  const each = rows.flatMap(({ items: own }) => {
    const applied = items.flatMap(({ id, points }) => {
      const scored = own?.[id] ?? null
      return scored === null ? [] : [{ scored, points: hundredthsOf(exact(points)) }]
    })
    if (applied.length === 0) return []
    const sum = (key: 'scored' | 'points') => applied.reduce((all, one) => all + one[key], 0)
    return [{ scored: sum('scored'), points: sum('points') }]
  })
  return { spread: spreadOf(each.map(({ scored }) => scored)), sharePercent: sharePercentOf(each) }
}
