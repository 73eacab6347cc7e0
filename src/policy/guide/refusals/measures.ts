import type { Text } from '../../../shared/words.ts'

export const measureRefusals = {
  'measures.ground-not-for-kind': {
    zh: '“{groundZh}”不能作为{kindZh}的事由。',
    en: 'The ground “{groundEn}” is none for a {kindEn}.',
  },
  'measures.field-not-asked': {
    zh: '“{ofZh}”不填写{fieldZh}。',
    en: 'Leave out the {fieldEn}: “{ofEn}” has none.',
  },
  'measures.voucher-number-missing': {
    zh: '请填写缴款凭证号。',
    en: "The number of the treasury's voucher is needed.",
  },
  'measures.voucher-file-missing': { zh: '请上传国库缴款凭证。', en: "The treasury's voucher must be uploaded." },
  'measures.paper-missing': { zh: '请上传处理依据文件。', en: 'The paper that the measure rests on must be uploaded.' },
  'measures.no-ledger': {
    zh: '园区方案尚未审核通过，专账尚未建立，没有可以扣减或收回的资金。',
    en: "The park's plan is not yet approved and its ledger not opened, so there is no money to deduct or recover.",
  },
  'measures.deducts-too-much': {
    zh: '扣减 {amount} 元超过尚可拨付的 {most} 元。',
    en: 'A deduction of {amount} yuan is more than the {most} yuan that may still be released.',
  },
  'measures.recovers-too-much': {
    zh: '收回 {amount} 元超过已拨付且尚未收回的 {most} 元。',
    en: 'A recovery of {amount} yuan is more than the {most} yuan that were released and not asked back yet.',
  },
  'measures.unspent-too-much': {
    zh: '结余 {amount} 元超过专户余额 {most} 元。',
    en: '{amount} yuan cannot be unspent: the separate account holds {most} yuan.',
  },
  'measures.due-day-past': {
    zh: '缴款期限 {due} 早于今天（{today}）。',
    en: 'The due day {due} lies before today, {today}.',
  },
  'measures.other-level': {
    zh: '这是{levelZh}作出的处理，由{levelZh}两部门办理。',
    en: 'This measure was decided by the {levelEn}; its two bureaus deal with it.',
  },
  'measures.same-person': {
    zh: '作出处理与确认处理的必须是两个部门的不同人员。',
    en: 'The one who decides a measure and the one who confirms it must be two people of two bureaus.',
  },
  'measures.confirmer-reverses': {
    zh: '冲正须由确认人以外的人员办理。',
    en: 'A measure is reversed by another person than confirmed it.',
  },
  'measures.reverse-receipts-first': {
    zh: '已登记缴回 {received} 元，须先冲正缴回记录，再冲正处理。',
    en: '{received} yuan are recorded as paid back; reverse those receipts before the measure.',
  },
  'measures.no-claim': {
    zh: '{kindZh}没有应缴回的资金。',
    en: 'A {kindEn} asks for no money back.',
  },
  'measures.before-decision': {
    zh: '缴回日期 {day} 早于作出处理的日期 {decided}。',
    en: 'Nothing was paid back on {day}, before it was decided on {decided}.',
  },
  'measures.receipt-above-claim': {
    zh: '缴回 {amount} 元超过尚未缴回的 {most} 元。',
    en: '{amount} yuan are more than the {most} yuan still to be paid back.',
  },
  'measures.own-above-receipt': {
    zh: '其中自有资金应在 0 元与缴回金额之间。',
    en: "The part from the park's own money lies between nothing and the whole receipt.",
  },
  'measures.own-above-spent': {
    zh: '自有资金 {own} 元超过已支出且尚未补足的 {spent} 元；未支出的资金从专户退回。',
    en: "{own} yuan of the park's own money are more than the {spent} yuan spent and not made good yet; what was not spent comes from the separate account.",
  },
  'measures.more-than-banked': {
    zh: '从专户退回 {bank} 元，超过当日起专户可用的 {most} 元；已支出的部分由园区自有资金缴回。',
    en: '{bank} yuan are more than the {most} yuan that the separate account has held since that day; what was spent is paid from the park’s own money.',
  },
  'measures.voucher-number-taken': {
    zh: '该缴款凭证号在本县已登记过。',
    en: 'This number of a treasury voucher has already been recorded in this county.',
  },
  'measures.reissue-above-recovered': {
    zh: '再安排 {amount} 元超过已收回且尚未再安排的 {most} 元。',
    en: '{amount} yuan are more than the {most} yuan that came back and were not re-issued yet.',
  },
  'measures.reissued-before-paid': {
    zh: '再安排日期 {day} 早于首笔缴回日期 {paid}。',
    en: 'Nothing was re-issued on {day}: the first money came back on {paid}.',
  },
  'measures.document-number-missing': {
    zh: '请填写再安排通知的文号。',
    en: 'The document number of the notice that re-issues it is needed.',
  },
  'measures.after-closing': {
    zh: '试点已于 {on} 结项，此后只能就查实的弄虚作假、资金违规使用或擅自变更作出收回。',
    en: 'The pilot was closed on {on}: since then money is only recovered for what was proven, falsity, misuse or an unapproved change.',
  },
  'measures.sealed': {
    zh: '这条记录在试点结项前已入账，结项后不再撤回或冲正。',
    en: 'This stood in the accounts that the pilot was closed on, and is neither withdrawn nor reversed any more.',
  },
  'measures.reversed-before': { zh: '这条记录已经冲正。', en: 'This has already been reversed.' },
  'measures.reverse-reissue-first': {
    zh: '这笔缴回的资金已再安排，须先冲正再安排记录。',
    en: 'The money of this receipt was re-issued; reverse the re-issue first.',
  },
} as const satisfies Record<string, Text>
