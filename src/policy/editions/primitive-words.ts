import { listed, type Text } from '../../shared/words.ts'
import { clausesOf, t } from './edition-row.ts'
import type { Primitive, ShareBand, StepRule } from './evaluation-rules.ts'

type Of<K extends Primitive['kind']> = Extract<Primitive, { readonly kind: K }>

const steps: Readonly<Record<StepRule, Text>> = {
  whole: t('每满', 'for every full'),
  begun: t('每（不满按一步计）', 'for every begun'),
}

const offPlan: Readonly<Record<Of<'step-down'>['off'], Text>> = {
  short: t('低于计划', 'short of the plan'),
  over: t('超过计划', 'over the plan'),
  either: t('偏离计划', 'off the plan'),
}

/** How an item is scored, in words. */
export function primitiveInWords(primitive: Primitive): Text {
  switch (primitive.kind) {
    case 'ratio':
      return ratioInWords(primitive)
    case 'targets':
      return t('各指标得分按权重加权，每项最高为满分', 'indicators by their weights, each up to its target')
    case 'step-down': {
      const { zh, en } = offPlan[primitive.off]
      const step = steps[primitive.steps]
      return t(
        `满分起，${zh}${step.zh} ${primitive.perPercent}% 扣 ${primitive.points} 分，扣完为止`,
        `full points, less ${primitive.points} ${step.en} ${primitive.perPercent} % ${en}, down to 0`,
      )
    }
    case 'base-plus':
      return basePlusInWords(primitive)
    case 'checklist':
      return clausesOf(primitive.elements.map((one) => t(`${one.zh} ${one.points} 分`, `${one.en} ${one.points}`)))
    case 'accumulate': {
      const sources = listed(
        primitive.sources.map((one) => t(`${one.zh}每个 ${one.each}`, `${one.each} for each ${one.en}`)),
      )
      return t(
        `累加：${sources.zh}，满 ${primitive.full} 得满分`,
        `adds up: ${sources.en}; ${primitive.full} is full points`,
      )
    }
    case 'bands':
      return clausesOf(primitive.bands.map((band) => bandInWords(band, primitive.figure.unit)))
    case 'judged':
      return clausesOf(
        primitive.bands.map(({ zh, en, minPercent: min, maxPercent: max }) =>
          t(`${zh} ${min}%–${max}%`, `${en} ${min}–${max} %`),
        ),
      )
    case 'per-case':
      return t(`满分起，每例扣 ${primitive.off} 分，扣完为止`, `full points, less ${primitive.off} a case, down to 0`)
  }
}

function ratioInWords({ direction, lidPercent }: Of<'ratio'>): Text {
  const most = lidPercent === 100 ? t('最高为满分', 'up to full points') : lidInWords(lidPercent)
  return direction === 'at-most'
    ? clausesOf([t('目标 ÷ 实际 × 分值', 'target ÷ actual × points'), most])
    : clausesOf([t('实际 ÷ 目标 × 分值', 'actual ÷ target × points'), most])
}

function basePlusInWords({ sharePercent, perPercent, points, steps: step, lidPercent, below }: Of<'base-plus'>): Text {
  return clausesOf([
    t(`与基期持平得 ${sharePercent}%`, `${sharePercent} % for the same as the base`),
    t(`${steps[step].zh} ${perPercent}% 加 ${points} 分`, `${points} more ${steps[step].en} ${perPercent} % above it`),
    below === 'ratio' ? t('低于基期按比例', 'in proportion below it') : t('低于基期不得分', 'nothing below it'),
    lidInWords(lidPercent),
  ])
}

function lidInWords(percent: number): Text {
  return t(`最高为分值的 ${percent}%`, `up to ${percent} % of the points`)
}

function bandInWords({ from, to, sharePercent }: ShareBand, unit: Text): Text {
  const low = from === null ? '' : `${from}`
  const high = to === null ? '' : `${to}`
  if (from === null && to === null) return t(`任何数值 ${sharePercent}%`, `any figure ${sharePercent} %`)
  const range =
    to === null
      ? t(`${low}${unit.zh}及以上`, `${low} ${unit.en} or more`)
      : from === null
        ? t(`不足 ${high}${unit.zh}`, `below ${high} ${unit.en}`)
        : t(`${low}–${high}${unit.zh}`, `${low}–${high} ${unit.en}`)
  return t(`${range.zh}得 ${sharePercent}%`, `${range.en}: ${sharePercent} %`)
}
