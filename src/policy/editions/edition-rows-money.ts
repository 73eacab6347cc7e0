import { formatYuan } from '../../shared/money.ts'
import { listed, type Text } from '../../shared/words.ts'
import { seatNames } from '../people/roles.ts'
import { signedActs } from '../people/signed-acts.ts'
import type { Edition } from './edition.ts'
import { clausesOf, type EditionRow, rowsOf, t } from './edition-row.ts'
import type { EditionRules, TrancheCondition, TrancheRule } from './edition-rules.ts'

/** What a gate waits for, in the words of no edition in particular. */
const conditionNames: Readonly<Record<TrancheCondition, Text>> = {
  'plan-approved': { zh: '方案已审核通过', en: 'plan approved' },
  'previous-received': { zh: '上一期资金已到账', en: 'the tranche before has been received' },
  'mechanism-ready': { zh: '服务机制已建立', en: 'mechanism set up' },
  'enterprises-diagnosed': { zh: '试点企业已全部诊断', en: 'every pilot enterprise diagnosed' },
  'services-under-way': { zh: '服务已实际开展', en: 'services under way' },
  'judged-under-way': { zh: '两部门认定服务已实际开展', en: 'both bureaus judge that services are really under way' },
  'evaluation-done': { zh: '绩效评价已有结果', en: 'evaluation done' },
  'notice-over': { zh: '公示期满且异议已答复', en: 'public notice over, objections answered' },
}

/** What a park may be given, in words. */
export function awardsInWords(awards: EditionRules['awards']): Text {
  if (awards.by === 'cap') {
    const most = formatYuan(awards.maxFen)
    return t(`每个园区不超过 ${most} 元`, `up to ${most} yuan for each park`)
  }
  const tiers = awards.tiersFen.map((fen) => formatYuan(fen))
  return t(
    `${tiers.join(' 元、')} 元，${tiers.length} 档之一`,
    `one of ${tiers.length} tiers: ${tiers.join(' or ')} yuan`,
  )
}

/** Share of the award that a tranche is, in words. */
export function shareInWords({ share }: Pick<TrancheRule, 'share'>): Text {
  if (share === 'rest') return t('其余全部', 'all that is left')
  const { min, max } = share
  return min === max ? t(`${min}%`, `${min} %`) : t(`${min}% 至 ${max}%`, `${min} % to ${max} %`)
}

export function trancheRows({ tranches }: Edition): EditionRow[] {
  const row = rowsOf('tranches')
  return tranches.flatMap((one) => {
    const [zh, en] = [`第 ${one.no} 期`, `Tranche ${one.no}`]
    const days = one.notice?.workingDays ?? 0
    const notice =
      days > 0
        ? t(`拨付前公示 ${days} 个工作日`, `public for ${days} working days before payment`)
        : t('及时公开，不设期限', 'published in time, no days to wait')
    return [
      row(`tranches.${one.no}.share`, t(`${zh} · 比例`, `${en}: share`), shareInWords(one), one),
      ...one.conditions.map((gate) =>
        row(
          `tranches.${one.no}.${gate.condition}`,
          t(`${zh} · 条件`, `${en}: condition`),
          conditionNames[gate.condition],
          gate,
        ),
      ),
      ...(one.notice ? [row(`tranches.${one.no}.notice`, t(`${zh} · 公示`, `${en}: notice`), notice, one.notice)] : []),
    ]
  })
}

/** Which acts take a second person, and of whom. */
export function signatureRows({ signatures = [] }: Edition): EditionRow[] {
  const row = rowsOf('tranches')
  return signatures.map((one) => {
    const { zh, en } = signedActs[one.act]
    const seats = listed(one.seats.map((seat) => seatNames[seat]))
    const says = t(`${seats.zh}由经办拟定、负责人签发`, `an officer prepares and the leader signs: ${seats.en}`)
    return row(`signatures.${one.act}`, t(`${zh} · 签发`, `Signature: ${en}`), says, one)
  })
}

export function gradeRows({ grades }: Edition): EditionRow[] {
  const row = rowsOf('grades')
  return grades.map((grade) => {
    const { min, max } = grade.releasePercent
    const share = min === max ? `${max}%` : `${min}%–${max}%`
    const says = clausesOf([
      t(`${grade.minPoints} 分及以上`, `${grade.minPoints} points or more`),
      t(`可拨付剩余资金的 ${share}`, `opens ${share} of what is left`),
      grade.afterRectification ? t('整改完成之后', 'once the problems are put right') : null,
    ])
    return row(`grades.${grade.grade}`, grade, says, grade)
  })
}

const shownWords = 8

export function moneyRows(edition: Edition): EditionRow[] {
  const row = rowsOf('money')
  const { agencies, smallOrder, settlement, tailoredShare, forbiddenUses } = edition
  const small = formatYuan(smallOrder.belowFen)
  return [
    row(
      'agencies',
      t('同类服务机构', 'Agencies of one type'),
      t(
        `原则上不少于 ${agencies.minUnrelated} 家互无关联；价格高于市场价须说明理由`,
        `in principle ${agencies.minUnrelated} or more, unrelated; a price above the market needs a reason`,
      ),
      agencies,
    ),
    row(
      'tailoredShare',
      t('个性服务占比', 'Share of tailored services'),
      t(`不低于 ${tailoredShare.minPercent}%`, `${tailoredShare.minPercent} % or more`),
      tailoredShare,
    ),
    row('smallOrder', t('小额服务', 'Small orders'), t(`${small} 元以下`, `below ${small} yuan`), smallOrder),
    row(
      'settlement',
      t('期满后开票', 'Invoices after the period'),
      t(`实施期满后 ${settlement.graceDays} 天内`, `within ${settlement.graceDays} days of the end of the period`),
      settlement,
    ),
    ...forbiddenUses.map((use) => {
      const words = [...use.keywords].reverse().slice(0, shownWords).join('、')
      const says = t(
        `${words}等 ${use.keywords.length} 个词，例外 ${use.except.length} 个`,
        `${use.keywords.length} words give it away, ${use.except.length} exceptions`,
      )
      const exact = [...use.keywords, '|', ...use.except].join(' ')
      return row(`forbiddenUses.${use.id}`, t(`禁止用于：${use.zh}`, `Never for: ${use.en}`), says, use, exact)
    }),
  ]
}
