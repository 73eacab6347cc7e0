import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, sumFen } from '../../shared/money.ts'
import { batchPeriod, dueDay, type Edition, owes } from '../editions/edition.ts'
import type { TrancheRule } from '../editions/edition-rules.ts'
import { tranchePlan } from '../money/tranche-amounts.ts'
import type { FormContent, FormGap, FormRow, RowsContent } from './forms.ts'

/** A pilot that the plan must provide for; award in fen. */
export type PlannedPilot = { readonly parkId: string; readonly parkName: string; readonly awardFen: Fen }
type EditionYear = { readonly edition: Edition; readonly firstYear: number }

/** First and last day on which a tranche may be planned: inside the period; one that waits for an evaluation after it, in that year too. */
export function plannedDays(
  { edition, firstYear }: EditionYear,
  rule: TrancheRule,
): { readonly from: Day; readonly to: Day } {
  const { from, to } = batchPeriod(edition, firstYear)
  const evaluation = (['mid-term-evaluation', 'final-evaluation'] as const).find((id) => owes(edition, id))
  if (!evaluation || !rule.conditions.some(({ condition }) => condition === 'evaluation-done')) return { from, to }
  const lastOfYear = `${dueDay(edition, firstYear, evaluation).slice(0, 4)}-12-31`
  return { from, to: lastOfYear > to ? lastOfYear : to }
}

/** The rows a plan begins with: every tranche of every pilot, with its amount where the edition leaves no choice. */
export function emptyPlanRows({ edition }: EditionYear, pilots: readonly PlannedPilot[]): FormRow[] {
  return pilots.flatMap(({ parkId, awardFen }) =>
    tranchePlan(edition, awardFen).map(({ no, amountFen: { min, max } }) => ({
      id: `${parkId.slice(-12)}-${no}`,
      park: parkId,
      no,
      amount: min === max ? min : null,
      month: null,
      condition: '',
    })),
  )
}

/**
 * What a county's disbursement plan lacks (G4.1): every pilot of the county, each with all tranches of the edition, each tranche
 * inside its share and its days and not before the one before it, together exactly the award.
 */
export function disbursementGaps(content: FormContent, ruled: EditionYear, pilots: readonly PlannedPilot[]): FormGap[] {
  const rows = (content.tranches as RowsContent | undefined)?.rows ?? []
  const gaps: FormGap[] = []
  const gap = (field: string, zh: string, en: string) =>
    gaps.push({ section: 'tranches', field, severity: 'error', zh, en })
  rows.forEach((row, i) => {
    if (row.park && !pilots.some(({ parkId }) => parkId === row.park))
      gap(`rows.${i}.park`, `第 ${i + 1} 行：园区不属于本县本批次。`, `Row ${i + 1}: no park of this county and batch.`)
  })
  for (const pilot of pilots) {
    const own = rows.flatMap((row, i) => (row.park === pilot.parkId ? [{ row, i }] : []))
    if (own.length === 0) gap('rows', `缺少${pilot.parkName}的拨付安排。`, `${pilot.parkName} is missing.`)
    else pilotGaps(ruled, pilot, own, gap)
  }
  return gaps
}

type Own = readonly { readonly row: FormRow; readonly i: number }[]
type Say = (field: string, zh: string, en: string) => void

function pilotGaps(ruled: EditionYear, { parkName, awardFen }: PlannedPilot, own: Own, gap: Say): void {
  const { tranches } = ruled.edition
  const known = own.filter(({ row }) => tranches.some(({ no }) => no === row.no))
  for (const { row, i } of own) {
    if (row.no === null || row.no === undefined) continue
    if (!known.some((one) => one.i === i)) {
      const [zh, en] = [`没有第 ${row.no} 期`, `there is no tranche ${row.no}`]
      gap(
        `rows.${i}.no`,
        `${parkName}：${zh}，共 ${tranches.length} 期。`,
        `${parkName}: ${en} (of ${tranches.length}).`,
      )
    } else if (own.find((one) => one.row.no === row.no)?.i !== i)
      gap(`rows.${i}.no`, `${parkName}：第 ${row.no} 期重复。`, `${parkName}: tranche ${row.no} stands twice.`)
  }
  let before: Day = ''
  for (const { no, amountFen } of tranchePlan(ruled.edition, awardFen)) {
    const found = own.find(({ row }) => row.no === no)
    const rule = tranches.find((one) => one.no === no)
    if (!found || !rule) {
      gap('rows', `${parkName}：缺少第 ${no} 期。`, `${parkName}: tranche ${no} is missing.`)
      continue
    }
    amountGap(parkName, no, found, amountFen, gap)
    before = dayGaps(ruled, parkName, rule, found, before, gap)
  }
  const amounts = own.map(({ row }) => row.amount)
  if (amounts.some((amount) => typeof amount !== 'number')) return
  const sum = sumFen(amounts as Fen[])
  if (sum === awardFen) return
  const [said, award] = [formatYuan(sum), formatYuan(awardFen)]
  const field = `rows.${own.at(-1)?.i ?? 0}.amount`
  gap(
    field,
    `${parkName}：各期合计 ${said} 元，不等于核定资金 ${award} 元。`,
    `${parkName}: the tranches add up to ${said}, not to the award of ${award}.`,
  )
}

function amountGap(
  parkName: string,
  no: number,
  { row, i }: Own[number],
  range: { min: Fen; max: Fen },
  gap: Say,
): void {
  const amount = row.amount
  if (typeof amount !== 'number' || (range.min <= amount && amount <= range.max)) return
  const [min, max] = [formatYuan(range.min), formatYuan(range.max)]
  const [zh, en] =
    min === max
      ? [`应为 ${min} 元`, `is ${min} yuan`]
      : [`应在 ${min} 至 ${max} 元之间`, `lies between ${min} and ${max}`]
  gap(`rows.${i}.amount`, `${parkName}：第 ${no} 期${zh}。`, `${parkName}: tranche ${no} ${en}.`)
}

function dayGaps(
  ruled: EditionYear,
  parkName: string,
  rule: TrancheRule,
  { row, i }: Own[number],
  before: Day,
  gap: Say,
): Day {
  const day = row.month
  if (typeof day !== 'string' || day === '') return before
  const { from, to } = plannedDays(ruled, rule)
  const at = `rows.${i}.month`
  if (day < from || day > to)
    gap(
      at,
      `${parkName}：第 ${rule.no} 期应在 ${from} 至 ${to} 之间。`,
      `${parkName}: tranche ${rule.no} lies between ${from} and ${to}.`,
    )
  else if (day < before)
    gap(at, `${parkName}：第 ${rule.no} 期早于前一期。`, `${parkName}: tranche ${rule.no} is before the one before it.`)
  return day
}
