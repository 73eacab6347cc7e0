import { listed, type Text } from '../../shared/words.ts'
import { proofs } from '../records/proofs.ts'
import { serviceKindList, serviceKinds } from '../records/service-kinds.ts'
import { type Edition, findEdition } from './edition.ts'
import { clausesOf, type EditionRow, rowsOf, t } from './edition-row.ts'
import { dayInWords, dutyRows } from './edition-rows-duties.ts'
import { evaluationRows } from './edition-rows-evaluation.ts'
import { awardsInWords, gradeRows, moneyRows, signatureRows, trancheRows } from './edition-rows-money.ts'
import type { ProofNeed, ProofRule } from './edition-rules.ts'
import { figureSources } from './figure-sources.ts'

/** Every rule of an edition in words, part by part, each with its clause and whether it is official. */
export function editionRows(edition: Edition): EditionRow[] {
  return [
    ...headRows(edition),
    ...dutyRows(edition),
    ...trancheRows(edition),
    ...signatureRows(edition),
    ...gradeRows(edition),
    ...evaluationRows(edition),
    ...moneyRows(edition),
    ...indicatorRows(edition),
    ...evidenceRows(edition),
  ]
}

const unsaid = { clause: null, source: 'official' } as const

function headRows(edition: Edition): EditionRow[] {
  const row = rowsOf('head')
  const { issued, carriedOver, period, awards, excludedDivisions } = edition
  const [from, to] = [period.from, period.to].map((end) => dayInWords(end.year, end.monthDay))
  const left = excludedDivisions.prefixes.join('、')
  const older = carriedOver && findEdition(carriedOver.from)
  return [
    row('issued', t('发文', 'Issued by'), issued, unsaid),
    ...(older
      ? [
          row(
            'carriedOver',
            t('沿用', 'Carried over'),
            t(
              `本版未作规定的，沿用${older.name.zh}，均为推定`,
              `what this edition is silent about is as in: ${older.name.en}; all inferred`,
            ),
            { clause: null, source: 'inferred' },
            Object.entries(carriedOver?.renumbered ?? {})
              .map(([from, to]) => `${from} = ${to}`)
              .join(', '),
          ),
        ]
      : []),
    row('period', t('实施期', 'Period'), t(`${from?.zh}至${to?.zh}`, `${from?.en} to ${to?.en}`), period),
    row('awards', t('激励资金', 'Award'), awardsInWords(awards), awards),
    row(
      'excludedDivisions',
      t('不在范围内', 'Left out'),
      left === ''
        ? t('无', 'none')
        : t(`行政区划代码以 ${left} 开头的市、县`, `divisions whose code begins with ${left}`),
      excludedDivisions,
    ),
  ]
}

function indicatorRows({ indicators }: Edition): EditionRow[] {
  const row = rowsOf('indicators')
  return indicators.map((one) => {
    const says = clausesOf([
      t(
        `示例 ${one.example} ${one.unit.zh}，权重 ${one.weight}`,
        `example ${one.example} ${one.unit.en}, weight ${one.weight}`,
      ),
      one.figureFrom === null ? t('系统计算', 'computed') : figureSources[one.figureFrom].text,
      one.formula,
    ])
    const name = t(`${one.code} ${one.zh}`, `${one.code} ${one.en}`)
    return row(
      `indicators.${one.code}`,
      name,
      says,
      one,
      `${one.kind} ${one.direction} ${one.measure} ${one.figureFrom}`,
    )
  })
}

const needs: Readonly<Record<ProofNeed, Text | null>> = {
  always: null,
  'when-paid': { zh: '使用财政资金时', en: 'when public money pays' },
  'from-threshold': { zh: '小额服务可免', en: 'not for small orders' },
}

function proofInWords({ proof, min, need, moments }: ProofRule): Text {
  const details = [
    min > 1 ? t(`${min} 份`, `${min} of them`) : null,
    moments ? t('不同时刻', 'of different moments') : null,
    needs[need],
  ].filter((one) => one !== null)
  if (details.length === 0) return proofs[proof]
  const inside = listed(details)
  return t(`${proofs[proof].zh}（${inside.zh}）`, `${proofs[proof].en} (${inside.en})`)
}

function evidenceRows({ evidence }: Edition): EditionRow[] {
  const lists: [key: string, name: Text, rules: readonly ProofRule[]][] = [
    ['common.tailored', t('个性服务共同佐证', 'Every tailored service'), evidence.common.tailored],
    ['common.universal', t('普惠服务共同佐证', 'Every universal service'), evidence.common.universal],
    ...serviceKindList.map((kind): [string, Text, readonly ProofRule[]] => [
      `own.${kind}`,
      t(serviceKinds[kind].zh, serviceKinds[kind].en),
      evidence.own[kind],
    ]),
  ]
  return lists.flatMap(([key, name, rules]) => proofRows(key, name, rules))
}

/** One row for each clause and source among the proofs of a list: annex and guide do not mix. */
function proofRows(key: string, name: Text, rules: readonly ProofRule[]): EditionRow[] {
  const row = rowsOf('evidence')
  const groups = Map.groupBy(rules, (rule) => rule.clause)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [row(`evidence.${key}.${first.clause}`, name, listed(group.map(proofInWords)), first)] : []
  })
}
