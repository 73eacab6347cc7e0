import { isDay } from '../../shared/dates.ts'
import { isFen } from '../../shared/money.ts'
import type { Cadence } from '../../shared/periods.ts'
import { isProofKind } from '../records/proofs.ts'
import { serviceKindList } from '../records/service-kinds.ts'
import { checkEvaluations } from './check-evaluations.ts'
import { checkObligations } from './check-obligations.ts'
import { checkGrades, checkSignatures, checkTranches } from './check-tranches.ts'
import { batchPeriod, type Edition, findEdition, returnPeriods } from './edition.ts'
import { clausesOf } from './edition-clauses.ts'
import { type Check, type EditionProblem, isEveryYear, isUnique, isWhole } from './edition-problem.ts'

/** Everything that is wrong with an edition's data, by row and field; empty when sound. The server starts with no other. */
export function checkEdition(edition: Edition): EditionProblem[] {
  const problems: EditionProblem[] = []
  const check: Check = (sound, row, field, zh, en) => {
    if (!sound) problems.push({ row, field, problem: { zh, en } })
  }
  checkHead(edition, check)
  checkPeriod(edition, check)
  checkAwards(edition, check)
  checkObligations(edition, check)
  checkTranches(edition, check)
  checkSignatures(edition, check)
  checkGrades(edition, check)
  checkEvaluations(edition, check)
  checkIndicators(edition, check)
  checkEvidence(edition, check)
  checkMoney(edition, check)
  checkClauses(edition, '', clausesOf(edition), check)
  return problems
}

function checkHead({ id, carriedOver, restDays }: Edition, check: Check): void {
  check(
    /^[a-z][a-z0-9-]{2,39}$/.test(id),
    'id',
    '',
    '编号只用小写字母、数字和连字符',
    'an id is lower-case letters, digits, hyphens',
  )
  const stay = restDays.due === 'stay' || restDays.due === 'roll-forward'
  check(stay, 'restDays', 'due', '只能不变或顺延', 'a day stays or rolls forward')
  if (!carriedOver) return
  const older = carriedOver.from !== id && findEdition(carriedOver.from) !== null
  check(older, 'carriedOver', 'from', `没有“${carriedOver.from}”这一版`, `there is no edition ${carriedOver.from}`)
}

const perYear: Readonly<Record<Cadence, number>> = { month: 12, quarter: 4, 'half-year': 2 }

function checkPeriod(edition: Edition, check: Check): void {
  const { period, returns, obligations } = edition
  const { from, to } = batchPeriod(edition, 2026)
  for (const field of ['from', 'to'] as const) {
    const { year, monthDay } = period[field]
    const sound = isEveryYear(monthDay) && isWhole(year, 0)
    check(sound, 'period', field, `${monthDay} 不是每年都有的日期`, `${monthDay} is no day of every year`)
  }
  check(from < to, 'period', 'to', '实施期未开始就结束', 'the period ends before it begins')
  const { cadence, first, name } = returns
  const known = Object.hasOwn(perYear, cadence)
  check(known, 'returns', 'cadence', `没有“${cadence}”这种频次`, `there is no cadence ${cadence}`)
  const there = isWhole(first.no, 1) && first.no <= perYear[cadence] && isWhole(first.year, 0)
  check(there, 'returns', 'first', `一年中没有第 ${first.no} 期`, `a year has no period ${first.no}`)
  const owed = known && there && isDay(to) && returnPeriods(edition, 2026).length > 0
  check(owed, 'returns', 'first', '实施期内一期也不用报', 'no period of it lies in the programme')
  const table = obligations.find((row) => row.id === 'target-table')
  check(
    !table || table.zh === name.zh,
    'returns',
    'name',
    '与义务表中的名称不同',
    'differs from the obligation it is filed as',
  )
}

function checkAwards({ awards, excludedDivisions }: Edition, check: Check): void {
  const sums = awards.by === 'cap' ? [awards.maxFen] : awards.tiersFen
  const field = awards.by === 'cap' ? 'maxFen' : 'tiersFen'
  const sound = sums.length > 0 && sums.every((fen) => isFen(fen) && fen > 0)
  check(sound, 'awards', field, '金额应为正的整分', 'awards are whole fen above zero')
  check(isUnique(sums), 'awards', field, '同一档出现两次', 'a tier stands twice')
  for (const prefix of excludedDivisions.prefixes) {
    const code = /^\d{2}(?:\d{2}){0,2}$/.test(prefix)
    check(code, 'excludedDivisions', 'prefixes', `“${prefix}”不是行政区划代码`, `${prefix} is no division code`)
  }
}

function checkIndicators({ indicators }: Edition, check: Check): void {
  check(
    isUnique(indicators.map((row) => row.code)),
    'indicators',
    'code',
    '有一项指标出现两次',
    'an indicator stands twice',
  )
  const weight = indicators.reduce((sum, row) => sum + row.weight, 0)
  check(weight === 100, 'indicators', 'weight', `权重合计 ${weight}，应为 100`, `weights add up to ${weight}, not 100`)
  for (const row of indicators) {
    const at = `indicators.${row.code}`
    check(row.weight > 0, at, 'weight', '权重应大于零', 'a weight is above zero')
    check(
      row.computed === (row.measure !== null),
      at,
      'measure',
      '自动计算而没有算法',
      'is computed by no measure, or the reverse',
    )
    check(
      row.computed === (row.figureFrom === null),
      at,
      'figureFrom',
      '未说明数值来自何处',
      'is not computed and comes from nowhere, or the reverse',
    )
    const example = row.example >= 0 && (row.kind !== 'ratio' || row.unit.zh !== '%' || row.example <= 100)
    check(example, at, 'example', '示例值不合理', 'the example is out of range')
  }
}

function checkEvidence({ evidence }: Edition, check: Check): void {
  for (const kind of serviceKindList) {
    check(evidence.own[kind].length > 0, 'evidence.own', kind, `${kind} 没有自己的佐证`, `no own proof for ${kind}`)
  }
  for (const [kind, rows] of Object.entries({ ...evidence.common, ...evidence.own })) {
    check(isUnique(rows.map((row) => row.proof)), 'evidence', kind, '同一佐证出现两次', 'a proof stands twice')
    for (const { proof, min } of rows) {
      check(isProofKind(proof), 'evidence', kind, `没有“${proof}”这种佐证`, `there is no proof ${proof}`)
      check(isWhole(min, 1), 'evidence', kind, `${proof} 至少一份`, `at least one ${proof}`)
    }
  }
}

function checkMoney(edition: Edition, check: Check): void {
  const { smallOrder, forbiddenUses, agencies, settlement, tailoredShare } = edition
  check(isWhole(smallOrder.belowFen, 0), 'smallOrder', 'belowFen', '应为整分', 'whole fen')
  check(isUnique(forbiddenUses.map((use) => use.id)), 'forbiddenUses', 'id', '有一类出现两次', 'one stands twice')
  for (const use of forbiddenUses) {
    const words = use.keywords.length > 0 && use.keywords.every((word) => word.trim() !== '')
    check(words, `forbiddenUses.${use.id}`, 'keywords', '没有关键词', 'has no keyword')
  }
  check(isWhole(agencies.minUnrelated, 1), 'agencies', 'minUnrelated', '至少一家机构', 'asks for no agency')
  check(isWhole(settlement.graceDays, 0), 'settlement', 'graceDays', '应为非负整数', 'whole days, not negative')
  const share = 0 <= tailoredShare.minPercent && tailoredShare.minPercent <= 100
  check(share, 'tailoredShare', 'minPercent', '应在 0 至 100 之间', 'lies between 0 and 100')
}

/** Every clause cited anywhere in the data exists, and every row says whether it is official. */
function checkClauses(value: unknown, path: string, inForce: readonly string[], check: Check): void {
  if (typeof value !== 'object' || value === null) return
  const { clause, source } = value as Record<string, unknown>
  if (typeof clause === 'string') {
    const known = inForce.includes(clause)
    check(known, path, 'clause', `本版没有 ${clause} 这一条`, `there is no clause ${clause} in this edition`)
    const said = source === 'official' || source === 'inferred'
    check(said, path, 'source', '未注明官方或推定', 'says neither official nor inferred')
  }
  for (const [key, child] of Object.entries(value)) {
    const name = Array.isArray(value) ? rowName(child, key) : key
    checkClauses(child, path === '' ? name : `${path}.${name}`, inForce, check)
  }
}

function rowName(child: unknown, key: string): string {
  const { id, no, code, grade, proof, condition, act } = (child ?? {}) as Record<string, unknown>
  return String(id ?? no ?? code ?? grade ?? proof ?? condition ?? act ?? key)
}
