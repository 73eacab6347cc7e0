import { checkCourse, evaluations } from './check-evaluation-course.ts'
import type { Edition } from './edition.ts'
import { type Check, isUnique } from './edition-problem.ts'
import {
  type EvaluationForm,
  type EvaluationItem,
  type EvaluationPart,
  type EvaluationSource,
  evaluationSources,
  type JudgedBand,
  type Primitive,
  type ShareBand,
  type VetoRule,
  vetoFindings,
} from './evaluation-rules.ts'

const whole = 100

/** Each evaluation that is owed has one form; its points come to 100, every veto can fire, its bands cover every figure once (GA2). */
export function checkEvaluations(edition: Edition, check: Check): void {
  const { evaluations: forms, obligations } = edition
  for (const id of evaluations) {
    const owed = obligations.some((row) => row.id === id)
    const own = forms.filter((form) => form.of.includes(id)).length
    check(own === (owed ? 1 : 0), 'evaluations', id, '应有且仅有一张评价表', 'has one form where it is owed, else none')
  }
  check(isUnique(forms.map((form) => form.id)), 'evaluations', 'id', '有一张表出现两次', 'a form stands twice')
  for (const form of forms) checkForm(edition, form, check)
  checkCourse(edition, check)
}

function checkForm(edition: Edition, form: EvaluationForm, check: Check): void {
  const at = `evaluations.${form.id}`
  check(form.of.length > 0, at, 'of', '不用于任何评价', 'is for no evaluation')
  const items = form.parts.flatMap((part) => part.items)
  const ids = [...form.parts, ...items, ...form.vetoes].map((row) => row.id)
  check(isUnique(ids), at, 'id', '有一行编号出现两次', 'an id stands twice')
  const main = sum(form.parts.filter((part) => !part.bonus).map((part) => part.points))
  check(main === whole, at, 'points', `各部分合计 ${main} 分，应为 ${whole}`, `parts add up to ${main}, not ${whole}`)
  const bonus = sum(form.parts.filter((part) => part.bonus).map((part) => part.points))
  const soundLid = arePoints(form.lid) && whole <= form.lid && form.lid <= whole + bonus + extraOf(items)
  check(soundLid, at, 'lid', `总分上限 ${form.lid} 不成立`, `a lid of ${form.lid} is below 100 or never reached`)
  for (const part of form.parts) checkPart(part, `${at}.parts.${part.id}`, check)
  for (const veto of form.vetoes) checkVeto(edition, veto, items, `${at}.vetoes.${veto.id}`, check)
}

/** What items may bring above their points. */
function extraOf(items: readonly EvaluationItem[]): number {
  return sum(
    items.map(({ points, primitive }) => {
      const lid = 'lidPercent' in primitive ? primitive.lidPercent : whole
      return (points * Math.max(0, lid - whole)) / whole
    }),
  )
}

function checkPart({ items, points, bonus }: EvaluationPart, at: string, check: Check): void {
  check(items.length > 0, at, 'items', '没有评价项目', 'has no item')
  check(arePoints(points) && points > 0, at, 'points', '分值应大于零，至多两位小数', 'points are above 0, two decimals')
  const together = sum(items.map((item) => item.points))
  const soundSum = bonus ? points <= together : points === together
  const why = [`各项合计 ${together} 分，应为 ${points}`, `items add up to ${together}, not ${points}`] as const
  check(soundSum, at, 'points', ...why)
  for (const item of items) {
    const own = `${at}.items.${item.id}`
    const sound = arePoints(item.points) && item.points > 0
    check(sound, own, 'points', '分值应大于零，至多两位小数', 'points are above 0, two decimals')
    check(!(bonus && item.mayDrop), own, 'mayDrop', '加分项不参加折算', 'a bonus is never rescaled')
    checkPrimitive(item, own, check)
    checkSource(item, own, check)
  }
}

const shapes: Readonly<Record<(typeof evaluationSources)[EvaluationSource]['shape'], readonly Primitive['kind'][]>> = {
  targets: ['targets'],
  figures: ['ratio', 'step-down', 'base-plus'],
  share: ['bands'],
  cases: ['per-case'],
  elements: ['checklist'],
}
const judgedKinds: readonly Primitive['kind'][] = ['checklist', 'judged', 'accumulate']

/** Its records say what its primitive asks for; what no record says is what a person can judge. */
function checkSource({ from, primitive }: EvaluationItem, at: string, check: Check): void {
  if (from === null) {
    const can = judgedKinds.includes(primitive.kind)
    check(can, at, 'from', '这种计分方法不能由人认定', 'a primitive that nobody can judge')
    return
  }
  const known = Object.hasOwn(evaluationSources, from)
  check(known, at, 'from', `没有“${from}”这种依据`, `there are no records called ${from}`)
  if (!known) return
  const source = evaluationSources[from]
  const fits = shapes[source.shape].includes(primitive.kind)
  check(fits, at, 'from', '依据与计分方法不符', 'its records do not say what its primitive asks for')
  if (source.shape !== 'elements' || primitive.kind !== 'checklist') return
  const elements: readonly string[] = source.elements
  const told = primitive.elements.every(({ id }) => elements.includes(id))
  check(told, at, 'from', '有要素不在依据之内', 'an element of which the records say nothing')
}

function checkPrimitive({ points, primitive }: EvaluationItem, at: string, check: Check): void {
  const field = 'primitive'
  switch (primitive.kind) {
    case 'targets':
      return
    case 'ratio':
      check(primitive.lidPercent >= whole, at, field, '上限低于满分', 'its lid is below full points')
      return
    case 'step-down':
      checkSteps(primitive, at, check)
      check(primitive.points <= points, at, field, '一步扣分超过分值', 'one step takes off more than there is')
      return
    case 'base-plus': {
      checkSteps(primitive, at, check)
      const { sharePercent: share, lidPercent: lid } = primitive
      const sound = 0 < share && share <= whole && whole <= lid
      check(
        sound,
        at,
        field,
        `持平 ${share}%、上限 ${lid}% 不成立`,
        `a share of ${share} % up to ${lid} % does not work`,
      )
      return
    }
    case 'checklist': {
      const { elements } = primitive
      check(isUnique(elements.map((one) => one.id)), at, field, '要素重复', 'an element stands twice')
      const sound = elements.every((one) => arePoints(one.points) && one.points > 0)
      check(sound, at, field, '要素分值应大于零', 'every element has points')
      const all = sum(elements.map((one) => one.points))
      check(all === points, at, field, `要素合计 ${all} 分，应为 ${points}`, `elements add up to ${all}, not ${points}`)
      return
    }
    case 'accumulate': {
      const { sources, full } = primitive
      check(isUnique(sources.map((one) => one.id)), at, field, '来源重复', 'a source stands twice')
      const sound = sources.length > 0 && sources.every((one) => one.each > 0) && full > 0
      check(sound, at, field, '每个来源及满额应大于零', 'each source and the full amount are above 0')
      return
    }
    case 'bands':
      checkShareBands(primitive.bands, at, check)
      return
    case 'judged':
      checkJudgedBands(primitive.bands, at, check)
      return
    case 'per-case': {
      const sound = arePoints(primitive.off) && 0 < primitive.off && primitive.off <= points
      check(sound, at, field, '每例扣分应大于零且不超过分值', 'a case takes off something, and no more than there is')
      return
    }
    default:
      check(false, at, field, '没有这种计分方法', 'there is no such primitive')
  }
}

type Stepped = Extract<Primitive, { readonly steps: unknown }>

function checkSteps({ perPercent, points }: Stepped, at: string, check: Check): void {
  const sound = perPercent > 0 && arePoints(points) && points > 0
  check(sound, at, 'primitive', '每步的百分比和分值应大于零', 'a step has a percent and points above 0')
}

/** From the highest down, or from the lowest up: each begins where its neighbour ends. */
function checkShareBands(bands: readonly ShareBand[], at: string, check: Check): void {
  const rising = bands.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
  const filled = rising.every(({ from, to }) => (from ?? -Infinity) < (to ?? Infinity))
  check(filled, at, 'primitive', '有一档没有任何数值', 'a band holds no figure')
  const open = rising.at(0)?.from === null && rising.at(-1)?.to === null
  check(open, at, 'primitive', '最低或最高一档没有敞开', 'figures below the lowest or above the highest band have none')
  for (const [i, { from }] of rising.entries()) {
    const before = rising[i - 1]
    if (!before) continue
    const [end, begin] = [before.to ?? Infinity, from ?? -Infinity]
    check(begin >= end, at, 'primitive', `档次在 ${begin} 处重叠`, `bands overlap at ${begin}`)
    check(begin <= end, at, 'primitive', `档次在 ${end} 处有空档`, `there is a gap between bands at ${end}`)
  }
  const shares = rising.every(({ sharePercent: share }) => 0 <= share && share <= whole)
  check(shares, at, 'primitive', '得分比例应在 0 至 100 之间', 'shares lie between 0 and 100')
  const side = rising.slice(1).map((band, i) => Math.sign(band.sharePercent - (rising[i]?.sharePercent ?? 0)))
  const oneWay = side.every((one) => one > 0) || side.every((one) => one < 0)
  check(oneWay, at, 'primitive', '得分应随数值只升或只降', 'shares rise or fall from band to band, one way')
  const full = rising.some(({ sharePercent }) => sharePercent === whole)
  check(full, at, 'primitive', '没有一档能得满分', 'no band brings full points')
}

/** From the best down to nothing: they touch, and do not overlap. */
function checkJudgedBands(bands: readonly JudgedBand[], at: string, check: Check): void {
  check(isUnique(bands.map((band) => band.id)), at, 'primitive', '档次重复', 'a band stands twice')
  const falling = bands.toSorted((a, b) => b.maxPercent - a.maxPercent)
  const ends = falling.at(0)?.maxPercent === whole && falling.at(-1)?.minPercent === 0
  check(ends, at, 'primitive', '档次应从 0 至 100%', 'bands reach from 0 to 100 %')
  for (const [i, { minPercent: min, maxPercent: max }] of falling.entries()) {
    check(min < max, at, 'primitive', '有一档没有任何数值', 'a band holds no figure')
    const better = falling[i - 1]
    if (!better) continue
    check(max <= better.minPercent, at, 'primitive', `档次在 ${max}% 处重叠`, `bands overlap at ${max} %`)
    check(
      max >= better.minPercent,
      at,
      'primitive',
      `档次在 ${max}% 处有空档`,
      `there is a gap between bands at ${max} %`,
    )
  }
}

/** A veto fires when it may lower the grade: it holds it below the best one, on a fact that can be. */
function checkVeto(
  { grades }: Edition,
  { cap, when }: VetoRule,
  items: readonly EvaluationItem[],
  at: string,
  check: Check,
): void {
  const place = grades.findIndex(({ grade }) => grade === cap)
  check(place >= 0, at, 'cap', `没有“${cap}”这一等次`, `there is no grade ${cap}`)
  check(place !== 0, at, 'cap', '以最高等次为限，永远不起作用', 'holds the grade at the best one: it never fires')
  if (when.by === 'finding') {
    const known = Object.hasOwn(vetoFindings, when.finding)
    check(known, at, 'when', `没有“${when.finding}”这种认定`, `nothing is ever found as ${when.finding}`)
    return
  }
  const item = items.find(({ id }) => id === when.item)
  check(item !== undefined, at, 'when', `没有“${when.item}”这一项目`, `there is no item ${when.item}`)
  const can = when.belowPercent > 0
  check(can, at, 'when', '得分不会低于零，永远不起作用', 'no item has less than nothing: it never fires')
  const spares = when.belowPercent <= whole
  check(spares, at, 'when', '满分也低于此线，总会起作用', 'full points are below it too: it always fires')
}

/** Two decimals at most, and not below zero. */
function arePoints(points: number): boolean {
  return Number.isFinite(points) && points >= 0 && Number(points.toFixed(2)) === points
}

/** Points together, in whole hundredths so that 0.1 and 0.2 make 0.3. */
function sum(points: readonly number[]): number {
  return points.reduce((all, one) => all + Math.round(one * 100), 0) / 100
}
