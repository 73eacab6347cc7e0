import { sql } from 'kysely'
import { bool, day, int, uuid } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { StandingState } from '../../../policy/calendar/deadlines.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import type { EvaluationForm } from '../../../policy/editions/evaluation-rules.ts'
import type { Case, FormFacts } from '../../../policy/evaluation/facts.ts'
import { recordedFacts, type SourceFact, type SourceFacts } from '../../../policy/evaluation/sources.ts'
import { targetFacts } from '../../../policy/evaluation/target-facts.ts'
import { filingTitle } from '../../../policy/filings/filing-title.ts'
import { isServiceKind, isTailored } from '../../../policy/records/service-kinds.ts'
import { progressOfTime } from '../../../policy/returns/indicators.ts'
import { type Day, endOfDay, programmeZone } from '../../../shared/dates.ts'
import { sumFen } from '../../../shared/money.ts'
import { provenFindings } from '../../money/measures/public.ts'
import type { Baseline } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { owedIn } from '../owed/public.ts'
import { tableAt } from '../return/public.ts'

/** What the records of a pilot come to on a day, item by item, and the version of the plan they are held to (G5.3, GA2). */
export async function collectFacts(
  tx: Tx,
  pilot: Pilot,
  form: EvaluationForm,
  cutOff: Day,
): Promise<{ readonly baseline: Baseline; readonly facts: FormFacts }> {
  const { baseline, targets, rows, records } = await tableAt(tx, pilot, cutOff)
  const timeProgress = progressOfTime(batchPeriod(pilot.edition, pilot.firstYear), cutOff)
  const progress = targetFacts(
    pilot.edition,
    targets,
    rows.map((row) => ({ ...row, timeProgress })),
  )
  if (progress.kind !== 'targets') throw new Error('the target table says its targets')
  const paid = records.payments.filter(({ paidOn }) => paidOn <= cutOff)
  const received = sumFen(records.tranches.filter(({ receivedOn }) => receivedOn <= cutOff).map((one) => one.amountFen))
  const spent = sumFen(paid.map((one) => one.provincialFen))
  const tailored = sumFen(
    paid.filter(({ kind }) => isServiceKind(kind) && isTailored(kind)).map((one) => one.provincialFen),
  )
  const findings = await provenFindings(tx, pilot.id, cutOff)
  const misused = findings['money-misused'] ?? []
  const [set] = await setUp(tx, { pilotId: pilot.id, batchId: pilot.batchId, countyId: pilot.countyId, cutOff })
  const sources: SourceFacts = {
    targets: { shape: 'targets', targets: progress.targets },
    mechanism: {
      shape: 'elements',
      proofs: {
        liaison: set?.liaison ? 1 : 0,
        consultations: set?.consultations ?? 0,
        'fund-control': set?.controls ? 1 : 0,
      },
    },
    'enterprises-diagnosed': { shape: 'figures', actual: set?.diagnosed ?? 0, target: set?.enterprises ?? 0 },
    'spot-checks': { shape: 'none', reason: { zh: '尚未开展佐证抽查', en: 'no spot check yet' } },
    'late-filings': { shape: 'cases', cases: await lateFilings(tx, pilot, cutOff) },
    'money-spent': spentOf(spent, received),
    'earmarked-use': {
      shape: 'elements',
      proofs: {
        'tailored-share': spent > 0 && percent(tailored, spent) >= pilot.edition.tailoredShare.minPercent ? 1 : 0,
        'no-forbidden-use': misused.length === 0 ? 1 : 0,
      },
    },
    'late-publication': { shape: 'cases', cases: await unannounced(tx, pilot, cutOff) },
  }
  return { baseline, facts: { items: recordedFacts(form, sources), findings: namedCases(findings) } }
}

/** Without the day, which stands in the words. */
function namedCases(findings: Awaited<ReturnType<typeof provenFindings>>): FormFacts['findings'] {
  const named = Object.entries(findings).map(([finding, cases]) => [
    finding,
    cases.map(({ id, zh, en }) => ({ id, zh, en })),
  ])
  return Object.fromEntries(named)
}

function spentOf(spent: number, received: number): SourceFact {
  if (received === 0) return { shape: 'none', reason: { zh: '资金尚未到位', en: 'no money was received' } }
  return { shape: 'figures', actual: percent(spent, received), target: 100 }
}

/** Percent with two decimals. */
function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100
}

type SetUp = { readonly pilotId: string; readonly batchId: string; readonly countyId: string; readonly cutOff: Day }

/** What the mechanism and the diagnoses are seen by, as they stood when that day ended. */
const setUp = statement(
  { liaison: bool, consultations: int, controls: bool, enterprises: int, diagnosed: int },
  ({ pilotId, batchId, countyId, cutOff }: SetUp) => sql`
    select exists (select from filings f
                    where f.batch_id = ${batchId} and f.unit_id = ${countyId} and f.kind = 'liaison-list'
                      and (f.recorded_at at time zone ${sql.lit(programmeZone)})::date <= ${cutOff}::date) as liaison,
           (select count(*)::int from consultations c
             where c.batch_id = ${batchId} and c.unit_id = ${countyId} and c.held_on <= ${cutOff}::date) as consultations,
           coalesce(b.has_controls, false) as controls,
           (select count(*)::int from pilot_enterprises e where e.baseline_id = b.id) as enterprises,
           (select count(distinct e.id)::int from pilot_enterprises e join diagnoses d on d.enterprise_id = e.id
             where e.baseline_id = b.id and d.diagnosed_on <= ${cutOff}::date) as diagnosed
      from (select id, has_controls from baselines
             where pilot_id = ${pilotId} and (in_force_from <= ${cutOff}::date or no = 1) order by no desc limit 1) b`,
)

/** An exception that the authority granted takes no points off. */
const late: readonly StandingState[] = ['late', 'overdue', 'locked']

/** What the park owes that may be late, and what its county owes for it. */
const reported = ['target-table', 'half-year-summary', 'major-matter'] as const

/** Tables, half-year summaries and major matters that were due by then and filed late, or not at all. */
async function lateFilings(tx: Tx, { id, batchId, countyId }: Pilot, cutOff: Day): Promise<Case[]> {
  const county = await tx.selectFrom('units').select('scope').where('id', '=', countyId).executeTakeFirstOrThrow()
  const owed = await owedIn(tx, county, { batchId, kinds: reported, to: cutOff }, endOfDay(cutOff))
  return owed
    .filter(({ pilotId, unit }) => pilotId === id || unit.id === countyId)
    .filter(({ standing }) => late.includes(standing.state))
    .map(({ rule, period, day: { dueOn }, filing, kind }) => {
      const title = filingTitle(rule, period)
      const done = filing?.filedOn ? { zh: `${filing.filedOn} 报送`, en: `filed on ${filing.filedOn}` } : unfiled
      return {
        id: filing?.filingId ?? `${kind} ${period}`,
        zh: `${title.zh}：应于 ${dueOn} 前报送，${done.zh}`,
        en: `${title.en}: due on ${dueOn}, ${done.en}`,
      }
    })
}

const unfiled = { zh: '尚未报送', en: 'not filed' }

const paidUnannounced = statement(
  { id: uuid, no: int, paidOn: day.nullsExcluded() },
  ({ pilotId, cutOff }: { readonly pilotId: string; readonly cutOff: Day }) => sql`
    select t.id, t.no, t.paid_on as "paidOn" from tranches t
     where t.pilot_id = ${pilotId} and t.paid_on <= ${cutOff}::date
       and not exists (select from notices n where n.tranche_id = t.id and n.published_on <= t.paid_on)
     order by t.no`,
)

/** Tranches that were paid without having been announced, where the edition asks for it (G4.2). */
async function unannounced(tx: Tx, { id, edition }: Pilot, cutOff: Day): Promise<Case[]> {
  const rows = await paidUnannounced(tx, { pilotId: id, cutOff })
  return rows
    .filter(({ no }) => edition.tranches.some((rule) => rule.no === no && rule.notice !== null))
    .map(({ id: trancheId, no, paidOn }) => ({
      id: trancheId,
      zh: `第 ${no} 期资金 ${paidOn} 拨付前未公开`,
      en: `tranche ${no}, paid on ${paidOn}, was not announced before`,
    }))
}
