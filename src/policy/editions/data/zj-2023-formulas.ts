import type { Text } from '../../../shared/words.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** How each indicator is counted (inferred), by its code. */
export const zj2023Formulas = {
  P1: t('至少有一项个性服务被认可的企业，去重', 'distinct enterprises with at least one accepted tailored service'),
  P2: t('已完成诊断的企业，去重', 'distinct enterprises with a diagnosis'),
  P3: t('佐证齐全的个性服务项数', 'tailored services that count'),
  P4: t('佐证齐全的活动场次', 'events with full evidence'),
  P5: t('每场活动到场企业数之和', 'sum of enterprises present at each event'),
  P6: t('期末在册机构数', 'agencies on the list at the cut-off'),
  P7: t('企业确认的服务 ÷ 已交付的服务', 'services confirmed ÷ services delivered'),
  P8: t('抽查合格数 ÷ 抽查数', 'passed ÷ checked'),
  P9: t('按期报送的事项 ÷ 到期应报事项（方案、报表、重大事项）', 'filed on time ÷ due: plan, tables, major matters'),
  P10: t('按时报送季报 ÷ 应报季报', 'filed on time ÷ due'),
  P11: t('合同价不高于市场价的合同 ÷ 全部合同', 'contracts at or below market ÷ contracts'),
  P12: t('个性服务省级资金支出 ÷ 省级资金支出', 'provincial money spent on tailored services ÷ provincial money spent'),
  B1: t(
    '各企业最近一年营业收入比基期（试点前一年）的增幅，取算术平均',
    'mean over firms: revenue of the newest year against the base, the last year before the programme',
  ),
  B2: t('有到账凭证的融资额', 'financing with proof of arrival'),
  B3: t(
    '公布名单上首次取得的企业；2026 年 4 月起称科技和创新型中小企业',
    'firms new on a public list; called technology and innovative SMEs since April 2026',
  ),
  B4: t('公布名单上首次取得的企业', 'firms new on a public list'),
  B5: t('公布名单或证书上首次取得的企业', 'firms new on a public list or certificate'),
  B6: t('授权号，一号一计，权利人为企业', 'grant numbers, each once, held by the enterprise'),
  B7: t('验收单或证书', 'acceptance or certificate'),
  B8: t('县级发文采纳的机制与经验文件，一份一计', 'documents that the county adopted by a paper of its own, each once'),
  S1: t('评价 4 分及以上 ÷ 有效评价', 'ratings of 4 or 5 ÷ valid ratings'),
  S2: t('活动答卷中满意及以上 ÷ 有效答卷', 'answers of 4 or 5 ÷ valid answers at activities'),
  F1: t('省级资金支出 ÷ 省级资金到位', 'provincial money spent ÷ provincial money received'),
} as const satisfies Record<string, Text>

export type IndicatorCode = keyof typeof zj2023Formulas
