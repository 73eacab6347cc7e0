import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import type { EditionRules, ObligationId, ObligationRule } from '../../src/policy/editions/edition-rules.ts'

/** The edition of 2023 with one obligation changed. */
function edited(id: string, zh: string, en: string, of: ObligationId, change: Partial<ObligationRule>): EditionRules {
  return {
    ...zj2023,
    id: `test-${id}`,
    name: { zh: `浙江 2023 年版（${zh}）`, en: `Zhejiang, 2023 edition (${en})` },
    issued: { zh: '仅供测试', en: 'For tests only' },
    obligations: zj2023.obligations.map((row) => (row.id === of ? { ...row, ...change } : row)),
  }
}

/** The plan goes to the county's economy bureau and then to the provincial economy department. */
export const countyThenProvince = edited('then-province', '县后省', 'county, then province', 'plan', {
  opinions: ['county-economy', 'province-economy'],
  order: 'in-turn',
})

/** The table is judged by both bureaus of the county. */
export const judgedByBoth = edited('judged-by-both', '两部门核定', 'judged by both', 'target-table', {
  opinions: ['county-economy', 'county-finance'],
  order: 'parallel',
})

/** The plan locks ten days after its due day. */
export const lockedAfterTen = edited('locks', '逾期锁定', 'locks', 'plan', { locksAfterDays: 10 })

/** The plan is recorded by the provincial economy department. */
export const recordedByProvince = edited('on-record', '省级备案', 'on record', 'plan', {
  records: ['province-economy'],
})

/** The plan is prepared and filed by the service officer. */
export const filedByOfficer = edited('by-officer', '专员报送', 'filed by the officer', 'plan', {
  by: ['service-officer'],
})

/** A major matter is agreed by the county and recorded by the provincial economy department. */
export const matterOnRecord = edited('matter-on-record', '重大事项备案', 'matters on record', 'major-matter', {
  opinions: ['county-economy', 'county-finance'],
  records: ['province-economy'],
})

/** A due day that is a rest day moves to the next working day. */
export const rollingForward: EditionRules = {
  ...edited('rolling', '期限顺延', 'days roll forward', 'plan', {}),
  restDays: { ...zj2023.restDays, due: 'roll-forward' },
}

/** Who joins later has twenty days for the plan, and begins with the first whole quarter. */
export const joinsNext: EditionRules = {
  ...edited('joins-next', '中途列入', 'joining later', 'plan', {}),
  obligations: zj2023.obligations.map((row): ObligationRule => {
    if (row.id === 'plan') return { ...row, joining: { withinDays: 20, source: 'inferred' } }
    return row.id === 'target-table' ? { ...row, joining: { firstPeriod: 'next', source: 'inferred' } } : row
  }),
}
