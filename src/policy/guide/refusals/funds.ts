import type { Text } from '../../../shared/words.ts'

export const fundsRefusals = {
  'funds.plan-not-approved': {
    zh: '园区方案尚未审核通过。',
    en: "The park's plan is not yet approved.",
  },
  'funds.previous-not-received': {
    zh: '上一期资金尚未确认到账。',
    en: 'The tranche before has not been received yet.',
  },
  'funds.mechanism-not-ready': {
    zh: '服务机制尚未建立：已审核方案中没有资金内控制度文件。',
    en: 'The mechanism is not set up yet: the approved plan holds no fund-control rules.',
  },
  'funds.enterprises-not-diagnosed': {
    zh: '试点企业诊断 {done}/{all}，尚未全部完成。',
    en: '{done} of {all} pilot enterprises are diagnosed; all must be.',
  },
  'funds.no-service-under-way': { zh: '还没有服务实际开展。', en: 'No service is under way yet.' },
  'funds.no-evaluation': {
    zh: '{evaluationZh}绩效评价尚未完成，剩余资金须依评价结果拨付。',
    en: 'The {evaluationEn} evaluation is not done; the remainder depends on its result.',
  },
  'funds.grade-closes': {
    zh: '{evaluationZh}评价为“{gradeZh}”，剩余资金不予拨付。',
    en: 'The {evaluationEn} grade is “{gradeEn}”; the remainder is not released.',
  },
  'funds.not-rectified': {
    zh: '{evaluationZh}评价为“{gradeZh}”，须整改完成后方可拨付。',
    en: 'The {evaluationEn} grade is “{gradeEn}”; the problems must be put right first.',
  },
  'funds.not-judged': {
    zh: '{bureausZh}尚未判断服务是否实际开展。',
    en: 'Still to be judged by the {bureausEn}: whether the services are really under way.',
  },
  'funds.judged-not-under-way': {
    zh: '{bureauZh}判断服务尚未实际开展：{reason}。',
    en: '{bureauEn} judges that the services are not really under way: {reason}.',
  },
  'funds.judgment-not-asked': {
    zh: '第 {no} 期不需要两部门的开展情况判断。',
    en: 'Tranche {no} asks for no judgment of the bureaus.',
  },
  'funds.judged-by-bureaus': {
    zh: '服务是否实际开展由县级经信、财政两部门判断。',
    en: 'Whether the services are under way is for the two county bureaus to judge.',
  },
  'funds.one-person-judges-twice': {
    zh: '两部门的判断须由不同人员作出。',
    en: 'The judgments of the two bureaus must come from two people.',
  },
  'funds.notice-missing': {
    zh: '公示尚未发布（须公示 {days} 个工作日）。',
    en: 'The public notice before payment is not published yet ({days} working days).',
  },
  'funds.notice-running': {
    zh: '公示至 {until} 止，还剩 {left} 个工作日。',
    en: 'The public notice runs until {until}, {left} more working days.',
  },
  'funds.notice-last-day': {
    zh: '公示至 {until} 止，最后一日尚未结束。',
    en: 'The public notice runs until {until}, and that day is not over.',
  },
  'funds.objection-open': {
    zh: '有 {count} 条公示异议尚未答复。',
    en: 'Objections to the public notice not answered yet: {count}.',
  },
  'funds.withdraw-notice-first': {
    zh: '第 {no} 期正在公示，请先撤回公示，再撤回拨付建议。',
    en: 'The public notice of tranche {no} stands; withdraw the notice first, then the recommendation.',
  },
  'funds.no-disbursement-plan': {
    zh: '县级报省的资金安排尚未备案，本期金额无法与之核对。',
    en: "The county's plan for the money is not on record yet, so the amount cannot be held against it.",
  },
  'funds.deviates-from-plan': {
    zh: '县级安排中本期为 {planned} 元，现建议 {asked} 元，请写明理由。',
    en: 'The disbursement plan says {planned} yuan for this tranche, {asked} yuan is asked: give the reason in writing.',
  },
  'funds.nothing-left': { zh: '已无剩余资金可拨付。', en: 'Nothing is left to release.' },
  'funds.leaves-nothing': {
    zh: '如按上限 {max} 元拨付，绩效评价将没有剩余资金可以挂钩。',
    en: 'Releasing the most allowed, {max} yuan, leaves the evaluation no money to decide on.',
  },
  'funds.same-person': {
    zh: '建议人与拨付人必须是两个部门的不同人员。',
    en: 'The one who recommends and the one who releases must be two people of two bureaus.',
  },
  'funds.amount-out-of-range': {
    zh: '金额 {amount} 元不在可拨付范围 {min} 至 {max} 元内。',
    en: '{amount} yuan is outside the permitted {min} to {max} yuan.',
  },
  'funds.voucher-number-missing': { zh: '请填写支付凭证号。', en: 'The number of the payment voucher is needed.' },
  'funds.voucher-file-missing': { zh: '请上传支付凭证。', en: 'The payment voucher must be uploaded.' },
  'funds.payee-holder-missing': { zh: '请填写户名。', en: 'The holder of the account is needed.' },
  'funds.payee-bank-missing': { zh: '请填写开户银行。', en: 'The bank of the account is needed.' },
  'funds.payee-number-wrong': {
    zh: '账号应为 8 至 30 位数字。',
    en: 'The number of the account has 8 to 30 digits.',
  },
  'funds.payee-changed': {
    zh: '收款账户已变更：原为 {wasZh}，现为 {nowZh}，请重新核对。',
    en: 'The account paid to has changed: it was {wasEn}, and is {nowEn}. Check it again.',
  },
  'funds.below-zero': {
    zh: '{accountZh}余额 {balance} 元，不足 {amount} 元。',
    en: 'The balance of {accountEn} is {balance} yuan, less than {amount} yuan.',
  },
  'funds.not-balanced': { zh: '借贷不平。', en: 'The entry does not balance.' },
  'funds.lines-exceed-award': {
    zh: '各资金用途合计 {sum} 元，与激励资金 {award} 元不符。',
    en: 'The fund lines add up to {sum} yuan, not to the award of {award} yuan.',
  },
  'funds.already-reversed': { zh: '这笔账已经冲正。', en: 'This entry has already been reversed.' },
  'funds.voucher-number-taken': {
    zh: '该凭证号在本县已登记过。',
    en: 'This voucher number has already been recorded in this county.',
  },
  'funds.paid-before-recommendation': {
    zh: '拨付日期 {day} 早于拨付建议日期 {recommended}。',
    en: 'The money cannot have been paid on {day}, before it was recommended on {recommended}.',
  },
  'funds.closed-on-that-day': {
    zh: '拨付日期 {day} 当日尚不能拨付：{gatesZh}。',
    en: 'The money could not be paid on {day}: {gatesEn}.',
  },
  'funds.reversal-of-reversal': {
    zh: '冲正分录不能再冲正，请重新办理原业务。',
    en: 'A reversal is not reversed; do the act anew instead.',
  },
  'funds.reverse-with-plan': {
    zh: '激励资金与用途预算随已审核方案下达，只能通过重大事项报告调整方案。',
    en: 'The award and its fund lines come from the approved plan; only an approved major-matter report changes them.',
  },
  'funds.reverse-with-contract': {
    zh: '这笔账随服务合同产生，请在该服务中取消，账目随之冲回。',
    en: 'This entry belongs to a service contract; cancel the service and the entry is undone with it.',
  },
  'funds.reverse-with-payment': {
    zh: '这笔账随付款流程产生，请在该笔付款中取消，账目随之冲回。',
    en: 'This entry belongs to a payment; cancel the payment and the entry is undone with it.',
  },
  'funds.reverse-with-measure': {
    zh: '这笔账随处理措施产生，请在该项措施中冲正，账目随之冲回。',
    en: 'This entry belongs to a measure; reverse the measure or its receipt and the entry is undone with it.',
  },
  'funds.reverse-claimed': {
    zh: '这笔拨付已被要求收回，须先冲正收回措施，再冲正拨付。',
    en: 'A recovery asks this money back; reverse the recovery before the release.',
  },
  'funds.received-before-payment': {
    zh: '到账日期 {day} 早于财政拨付日期 {paid}。',
    en: 'The money cannot have arrived on {day}: the finance bureau paid it on {paid}.',
  },
  'funds.reverse-paid': {
    zh: '这笔款项已凭银行回单支付；资金退回或回单登记有误的，请在该笔付款中办理，账目随之冲正。',
    en: 'The bank receipt settled this payment. Record its return or correct it at the payment; the entry is reversed with it.',
  },
  'funds.reverse-by-finance': {
    zh: '拨付分录只能由财政部门冲正。',
    en: 'Only the finance bureau, which released the money, may reverse its release.',
  },
  'funds.reverse-by-park': {
    zh: '到账分录只能由园区负责人冲正。',
    en: 'Only the park manager may reverse the receipt that the park confirmed.',
  },
  'funds.reverse-receipt-first': {
    zh: '第 {no} 期已确认到账，须先由园区冲正到账，再冲正拨付。',
    en: 'Tranche {no} is confirmed as received; the park must reverse the receipt before the release can be reversed.',
  },
  'funds.later-tranche-started': {
    zh: '第 {later} 期已在第 {no} 期到账的基础上办理，不能冲正第 {no} 期。',
    en: 'Tranche {later} already builds on tranche {no}; tranche {no} cannot be reversed any more.',
  },
  'funds.too-many-to-export': {
    zh: '共 {count} 笔分录，超过一次可导出的 {max} 笔，请按类型或资金用途分次导出。',
    en: '{count} entries are more than the {max} one workbook takes; export them by kind or by fund line.',
  },
  'funds.division-excluded': { zh: '该地区不在本批次范围内。', en: 'This division is not part of this batch.' },
  'funds.award-outside-tiers': {
    zh: '激励资金只能是以下档次之一：{tiers} 元。',
    en: 'The award must be one of these tiers: {tiers} yuan.',
  },
  'funds.award-looks-odd': {
    zh: '激励资金为 {award} 元（上限 {most} 元），请核对单位；确认无误的，勾选确认。',
    en: 'The award is {award} yuan, where up to {most} is usual: check the unit, and confirm it if it is meant.',
  },
  'funds.award-out-of-range': {
    zh: '激励资金须大于零且不超过 {max} 元。',
    en: 'The award must be above zero and at most {max} yuan.',
  },
} as const satisfies Record<string, Text>
