import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Edition, obligationOf, owes } from '../../../policy/editions/edition.ts'
import type { EvaluationObligation } from '../../../policy/editions/evaluation-rules.ts'
import type { Grade } from '../../../policy/editions/rule-terms.ts'
import { bureausHeard, bureausMissing } from '../../../policy/evaluation/county-opinion.ts'
import { fullOn, isSettled } from '../../../policy/evaluation/course.ts'
import { mayScore } from '../../../policy/evaluation/experts.ts'
import { exact, hundredthsOf } from '../../../policy/evaluation/rational.ts'
import { type Score, scoreForm } from '../../../policy/evaluation/score.ts'
import { postsOnSite } from '../../../policy/evaluation/site-checks.ts'
import { waysUp } from '../../../policy/evaluation/ways-up.ts'
import { both, refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { seatNames } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import { baselineById } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { publishedOf } from '../publications/public.ts'
import { seatOf, whyNotEvaluator } from './access.ts'
import { actionsOn } from './actions.ts'
import { columnsOf, givenIn } from './columns.ts'
import type { evaluationShape, listPilotEvaluations } from './contract.ts'
import { bureausGiven, opinionsOf } from './county-opinion-store.ts'
import { itemView, type Looking } from './item-views.ts'
import { filesOf, objectionsOf, rectificationsOf, seatsOf } from './parts-views.ts'
import { resultOf } from './results.ts'
import { levelOf, siteChecksOf } from './site-check-store.ts'
import { computationsOf, type EvaluationRow, evaluationOf, requireEvaluation, scoresOf } from './store.ts'

type View = z.input<typeof evaluationShape>

const kinds: readonly EvaluationObligation[] = ['mid-term-evaluation', 'final-evaluation']

/** What a pilot's edition owes, opened or not. */
export async function pilotEvaluations(
  tx: Tx,
  pilotId: string,
  actor: Actor,
): Promise<z.input<typeof listPilotEvaluations.reply>> {
  const pilot = await requirePilot(tx, pilotId)
  const { edition, firstYear, parkName } = pilot
  const evaluations: z.input<typeof listPilotEvaluations.reply>['evaluations'] = []
  for (const kind of kinds.filter((one) => owes(edition, one))) {
    const rule = obligationOf(edition, kind)
    const found = await evaluationOf(tx, pilotId, kind)
    const opened = found ? refuse('evaluation.opened-before', rule.clause, both('evaluation', rule)) : null
    const no = opened ?? whyNotEvaluator({ pilot, rule }, actor)
    evaluations.push({
      kind,
      name: { zh: rule.zh, en: rule.en },
      clause: rule.clause,
      fullOn: fullOn(edition, firstYear, kind),
      evaluationId: found?.id ?? null,
      state: found?.state ?? null,
      result: await resultView(tx, pilotId, kind, edition),
      actions: [abilityOf(actor, 'open', 'evaluation.hold', no)],
    })
  }
  return { parkName, evaluations }
}

async function resultView(tx: Tx, pilotId: string, kind: EvaluationObligation, edition: Edition) {
  const result = await resultOf(tx, pilotId, kind)
  return (
    result && { points: result.points, grade: gradeName(edition, result.grade), at: result.inForceAt.toISOString() }
  )
}

function gradeName({ grades }: Pick<Edition, 'grades'>, grade: Grade | null) {
  const found = grades.find((row) => row.grade === grade)
  return found ? { zh: found.zh, en: found.en } : null
}

/** One evaluation as this reader may see it: the park hears of experts and final scores once they are told. */
export async function evaluationView(tx: Tx, evaluationId: string, actor: Actor, now: Date): Promise<View> {
  const row = await requireEvaluation(tx, evaluationId)
  const seat = await seatOf(tx, row.id, actor.accountId)
  // An expert sees what they score, and nothing of other parks.
  if (actor.post === 'expert' && (!seat || seat.takenBack)) throw notFound({ zh: '绩效评价', en: 'evaluation' })
  const { pilot, form, kind, rule } = row
  const computations = await computationsOf(tx, row.id)
  const [newest] = computations
  if (!newest) throw new Error(`evaluation ${row.id} was never computed`)
  const scores = await scoresOf(tx, row.id)
  const given = givenIn(scores)
  const own = actor.post === 'expert' ? onlyOf(given, actor.accountId) : given
  const columns = columnsOf(row, newest.facts, own)
  const isTold = row.state === 'told' || row.state === 'not-rated'
  const isPark = actor.unitId === pilot.parkId
  const isExpert = actor.post === 'expert'
  const seesRecords = !isExpert || mayScore(seat, dayOf(now), rule.clause) === null
  const sees = { seesExperts: !isPark || isTold, seesFinal: (!isPark && !isExpert) || isTold, seesRecords }
  const asked = bureausHeard(pilot.edition, kind).length > 0
  const missing = asked ? bureausMissing(pilot.edition, kind, await bureausGiven(tx, row.id)) : []
  const objections = await objectionsOf(tx, row)
  const rectifications = await rectificationsOf(tx, row.id)
  const files = await filesOf(
    tx,
    scores.flatMap(({ fileId }) => fileId ?? []),
  )
  const looking: Looking = { columns, given: own, files, pilotId: pilot.id, ...sees }
  const score = (column: keyof typeof columns) => scoreForm(pilot.edition, form, columns[column])
  const total = (column: keyof typeof columns) => totalView(row, score(column))
  const ways = sees.seesFinal ? waysUp(pilot.edition, form, columns.final) : null
  return {
    evaluationId: row.id,
    pilotId: pilot.id,
    parkName: pilot.parkName,
    kind,
    name: { zh: rule.zh, en: rule.en },
    clause: rule.clause,
    state: row.state,
    settled: isSettled(row, dayOf(now)),
    reported: row.reported,
    formName: { zh: form.zh, en: form.en },
    computations: await computationViews(tx, computations),
    parts: form.parts.map((part) => ({
      id: part.id,
      name: { zh: part.zh, en: part.en },
      points: hundredthsOf(exact(part.points)),
      bonus: part.bonus,
      items: part.items.map((item) => itemView(item, looking)),
    })),
    totals: {
      computed: total('computed'),
      self: total('self'),
      expert: sees.seesExperts ? total('expert') : null,
      final: sees.seesFinal ? total('final') : null,
    },
    waysUp: ways && {
      next: gradeName(pilot.edition, ways.next) ?? { zh: '', en: '' },
      ways: ways.ways.slice(0, shownWays).map(({ moves, total: points }) => ({
        moves: moves.map(({ zh, en }) => ({ zh, en })),
        total: points,
      })),
    },
    selfText: row.selfText,
    selfSubmittedAt: row.selfSubmittedAt?.toISOString() ?? null,
    toldAt: row.toldAt?.toISOString() ?? null,
    objectUntil: row.objectUntil,
    agreed: row.agreed,
    unratedReason: row.unratedReason,
    seesRecords,
    seats: isPark ? [] : await seatsOf(tx, row.id, given),
    objections,
    rectifications,
    siteChecks: isPark && !isTold ? [] : await siteChecksOf(tx, row),
    opinionsMissing: asked ? missing.map((one) => seatNames[`county-${one}`]) : null,
    countyOpinions: asked && sees.seesFinal ? await opinionsOf(tx, row) : [],
    grades: pilot.edition.grades.map(({ grade, zh, en }) => ({ grade, name: { zh, en } })),
    postsOnSite: whyNotEvaluator(row, actor) === null ? postsOnSite(levelOf(rule)) : [],
    result: await resultView(tx, pilot.id, kind, pilot.edition),
    publication: actor.post === 'expert' ? null : await publishedOf(tx, pilot, kind, dayOf(now)),
    actions: await actionsOn(tx, row, { actor, now, seat, rectifications, missing }),
  }
}

const shownWays = 5

function onlyOf(given: ReturnType<typeof givenIn>, accountId: string): ReturnType<typeof givenIn> {
  const own = given.experts.get(accountId)
  return { ...given, experts: own ? new Map([[accountId, own]]) : new Map() }
}

async function computationViews(tx: Tx, computations: Awaited<ReturnType<typeof computationsOf>>) {
  const views: View['computations'] = []
  for (const { no, cutOff, baselineId, reason, computedAt } of computations) {
    const { no: baselineNo } = await baselineById(tx, baselineId)
    views.push({ no, cutOff, baselineNo, reason, computedAt: computedAt.toISOString() })
  }
  return views
}

function totalView({ pilot, form }: EvaluationRow, { total, byPoints, grade, sum, vetoes }: Score) {
  return {
    total,
    byPoints: gradeName(pilot.edition, byPoints),
    grade: gradeName(pilot.edition, grade),
    sum,
    vetoes: vetoes.map(({ veto, cap, cases }) => {
      const rule = form.vetoes.find(({ id }) => id === veto)
      return {
        name: { zh: rule?.zh ?? veto, en: rule?.en ?? veto },
        cap: gradeName(pilot.edition, cap) ?? { zh: cap, en: cap },
        cases: cases.map(({ zh, en }) => ({ zh, en })),
      }
    }),
  }
}
