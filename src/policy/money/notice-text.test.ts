import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan } from '../../shared/money.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { checkNoticeText, sumsIn, tellsDays } from './notice-text.ts'

const announced = {
  amountFen: 160_000_000,
  otherFen: [800_000_000],
  parkName: '嘉善归谷智造园',
  otherParks: ['嘉善电子信息园', '归谷智造园'],
}
const codes = (text: string) => {
  const no = checkNoticeText('H10', text, announced)
  return no ? refusalsIn(no).map(({ code, field }) => [code, field]) : []
}

describe('the text of a notice (G4.2, H10)', () => {
  it.each([
    '拟向嘉善归谷智造园拨付专项激励资金第 1 期 1,600,000.00 元，现予公示。',
    '激励资金总额800万元，本期拟拨付160万元，现予公示。',
    '对公示内容有异议的，可在公示页面提交。',
    '资金拟用于2026年第四季度的服务，现予公示。',
  ])('says what it likes beside the computed lines: %s', (text) => expect(codes(text)).toEqual([]))

  it.each([
    ['', 'notices.text-missing'],
    ['x', 'common.says-nothing'],
    ['拟拨付 9,600,000.00 元，现予公示。', 'notices.other-sum'],
    ['拟拨付激励资金８００万元，现予公示。', 'notices.other-sum'],
    ['拟拨付 1,600,000.00 元，另拨付 ¥20.5，现予公示。', 'notices.other-sum'],
    ['拟向嘉善电子信息园拨付，现予公示。', 'notices.other-park'],
    ['公示期：2026-11-30 发布，至 2026-12-07 止。', 'notices.days-in-text'],
    ['现予公示。公示期共５个工作日。', 'notices.days-in-text'],
    ['公示时间为12月1日至12月7日', 'notices.days-in-text'],
  ])('%j is refused at its field: %s', (text, code) => expect(codes(text)).toEqual([[code, 'body']]))

  it('knows any sum as it is written, in yuan and in ten thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (n) => {
        const fen = n * 1_000_000
        expect(sumsIn(`共 ${formatYuan(fen)} 元，即${n}万元，第 ${n} 期`)).toEqual([fen, fen])
      }),
    )
  })

  it('tells days of the display from other days', () => {
    expect(tellsDays('计划2026年12月31日前拨付，现予公示。')).toBe(false)
  })
})
