import type { Text } from '../../../shared/words.ts'

export const paymentRefusals = {
  'payments.bad-invoice-number': {
    zh: '发票号码应为 20 位数字，或 10/12 位代码加 8 位号码。',
    en: 'An invoice number has 20 digits, or 8 with a code of 10 or 12.',
  },
  'payments.digital-has-no-code': {
    zh: '20 位号码是数电发票，数电发票不填代码，请清空发票代码。',
    en: 'A number of 20 digits is a fully digital invoice, which has no code: leave the code empty.',
  },
  'payments.no-such-digital-number': {
    zh: '没有号码为 {number} 的数电发票：前两位是开票年份（不晚于开票日期），第三、四位是省份代码。',
    en: 'No fully digital invoice has the number {number}: it begins with the year of its issue, not after its day, and the code of a province.',
  },
  'payments.file-says-other': {
    zh: '发票文件上的{fieldZh}是 {said}，填写的是 {enteredZh}，须一致：请改正填写，或换成这张发票的文件。',
    en: 'The {fieldEn} in the invoice’s file is {said}, entered is {enteredEn}: mend what is entered, or upload the file of this invoice.',
  },
  'payments.file-unreadable': {
    zh: '这个 XML 文件读不出发票号码或价税合计，无法与填写内容核对；请从税务数字账户重新下载，或上传 PDF、OFD 版式文件。',
    en: 'No number or no sum of an invoice can be read in this XML file, so that it cannot be held against what is entered. Download it again from the tax account, or upload the PDF or OFD.',
  },
  'payments.file-is-red': {
    zh: '上传的是红字发票，不能作为付款凭据；请上传蓝字发票的文件。',
    en: 'The file is a red-letter invoice, which pays for nothing; upload that of the invoice.',
  },
  'payments.file-is-not-red': {
    zh: '上传的文件不是红字发票。',
    en: 'The file is not a red-letter invoice.',
  },
  'payments.red-letter-sum-differs': {
    zh: '红字发票文件上的金额是 {said} 元，原发票是 {sum} 元：须全额冲销。',
    en: 'The file of the red-letter invoice says {said} yuan, the invoice {sum}: it is taken back as a whole.',
  },
  'payments.bad-digital-number': {
    zh: '数电票号码应为 20 位数字，与发票代码、8 位号码一并填写。',
    en: 'The fully digital number has 20 digits and stands beside a code and a number of 8.',
  },
  'payments.bad-red-letter-number': {
    zh: '红字发票号码应为 20 位数字，或 10/12 位代码加 8 位号码。',
    en: 'The number of the red-letter invoice has 20 digits, or 8 with a code of 10 or 12.',
  },
  'payments.red-letter-file-missing': { zh: '请上传红字发票文件。', en: 'The red-letter invoice must be uploaded.' },
  'payments.invoice-has-payment': {
    zh: '这张发票已有付款（{paymentZh}），不能作废；未支付的须先取消，资金已退回的须先登记退回。',
    en: 'A payment of this invoice is {paymentEn}, so it cannot be voided. Cancel one that is not paid; record the return of one whose money came back.',
  },
  'payments.invoice-voided': {
    zh: '这张发票已作废，不能再作废，也不能付款。',
    en: 'This invoice has been voided: it is neither voided again nor paid.',
  },
  'payments.voided-before-invoice': {
    zh: '作废日期 {day} 早于开票日期 {issued}。',
    en: 'Voided on {day}, before the invoice of {issued}.',
  },
  'payments.invoice-file-missing': { zh: '请上传发票。', en: 'The invoice must be uploaded.' },
  'payments.invoice-used-before': {
    zh: '这张发票已经登记过：{otherZh}。',
    en: 'This invoice has been entered before: {otherEn}.',
  },
  'payments.seller-is-not-the-agency': {
    zh: '发票销售方 {seller} 不是签约机构 {agency}。',
    en: 'The seller {seller} is not the contracted agency {agency}.',
  },
  'payments.seller-code-missing': {
    zh: '请填写销售方统一社会信用代码。',
    en: 'The credit code of the seller is needed.',
  },
  'payments.payee-missing': { zh: '请填写收款方。', en: 'The payee is needed.' },
  'payments.seller-name-missing': { zh: '请填写销售方名称。', en: 'The name of the seller is needed.' },
  'payments.seller-name-differs': {
    zh: '发票销售方“{seller}”与签约机构名称“{agency}”不一致。',
    en: 'The seller “{seller}” is not named like the contracted agency “{agency}”.',
  },
  'payments.buyer-name-differs': {
    zh: '发票购买方“{named}”与该信用代码对应的名称“{buyer}”不一致。',
    en: 'The buyer “{named}” is not named like “{buyer}”, to whom the credit code belongs.',
  },
  'payments.buyer-is-a-stranger': {
    zh: '发票购买方既不是园区也不是被服务企业。',
    en: 'The buyer is neither the park nor the enterprise served.',
  },
  'payments.invoice-before-contract': {
    zh: '开票日期 {day} 早于合同日期 {signed}。',
    en: 'The invoice of {day} is older than the contract of {signed}.',
  },
  'payments.invoice-after-period': {
    zh: '开票日期 {day} 超过最后期限 {last}。',
    en: 'The invoice of {day} comes after the last day, {last}.',
  },
  'payments.invoices-above-contract': {
    zh: '发票合计 {sum} 元超过合同价 {price} 元。',
    en: 'The invoices of {sum} yuan exceed the contract of {price} yuan.',
  },
  'payments.fully-invoiced': {
    zh: '合同价 {price} 元已全部开票。',
    en: 'All {price} yuan of the contract have been invoiced.',
  },
  'payments.no-invoice': {
    zh: '尚未登记发票，不能付款。',
    en: 'No invoice has been recorded, so nothing can be paid.',
  },
  'payments.one-at-a-time': {
    zh: '该服务有一笔付款尚未办结，请先办结或取消。',
    en: 'A payment of this service is not finished; finish or cancel it first.',
  },
  'payments.nothing-owed': {
    zh: '园区应付款项已全部付清。',
    en: 'All that the park owes on the invoices has been paid.',
  },
  'payments.purpose-missing': { zh: '请填写付款用途。', en: 'The purpose of the payment is needed.' },
  'payments.forbidden-use': {
    zh: '激励资金不得用于{useZh}。',
    en: 'The money may not be used for {useEn}.',
  },
  'payments.payee-is-not-the-seller': {
    zh: '收款方“{payee}”与发票销售方“{seller}”不一致。',
    en: 'The payee “{payee}” is not the seller “{seller}” on the invoice.',
  },
  'payments.above-invoice': {
    zh: '付款 {amount} 元超过发票未付额 {limit} 元。',
    en: '{amount} yuan exceed the {limit} yuan open on the invoice.',
  },
  'payments.above-contract-share': {
    zh: '省级资金 {amount} 元超过合同中省级资金未付额 {limit} 元。',
    en: '{amount} yuan exceed the {limit} yuan of provincial money open on the contract.',
  },
  'payments.above-park-share': {
    zh: '园区资金 {amount} 元超过合同中园区自有资金的未付额 {limit} 元。',
    en: '{amount} yuan exceed the {limit} yuan of the park’s share open on the contract.',
  },
  'payments.above-committed-line': {
    zh: '省级资金 {amount} 元超过该用途已签约未付额 {limit} 元。',
    en: '{amount} yuan exceed the {limit} yuan committed on the fund line.',
  },
  'payments.above-cash': {
    zh: '省级资金 {amount} 元超过账户余额 {limit} 元。',
    en: '{amount} yuan exceed the {limit} yuan of cash.',
  },
  'payments.preparer-cannot-approve': {
    zh: '编制人不能批准自己编制的付款。',
    en: 'Whoever prepared a payment cannot approve it.',
  },
  'payments.paid-before-money': {
    zh: '{day} 账户中可付的省级资金为 {banked} 元，不足本笔 {amount} 元，请核对支付日期。',
    en: 'On {day} the account held {banked} yuan of provincial money to pay from, less than the {amount} of this payment: check the day.',
  },
  'payments.no-such-invoice': { zh: '该服务没有这张发票。', en: 'This service has no such invoice.' },
  'payments.receipt-number-missing': { zh: '请填写银行回单号。', en: 'The number of the bank receipt is needed.' },
  'payments.return-number-missing': {
    zh: '请填写退款回单号。',
    en: "The number of the bank's receipt of the return is needed.",
  },
  'payments.return-file-missing': {
    zh: '请上传退款回单文件。',
    en: "The bank's receipt of the return must be uploaded.",
  },
  'payments.return-number-used': {
    zh: '退款回单号 {no} 已用于{otherZh}，一个回单号只证明一笔款项。',
    en: 'The receipt {no} proves {otherEn} already; a receipt proves one movement of money.',
  },
  'payments.receipt-number-used': {
    zh: '银行回单号 {no} 已用于{otherZh}，一个回单号只证明一笔付款。',
    en: 'The receipt {no} proves {otherEn} already; a receipt proves one payment.',
  },
  'payments.corrected-by-same-person': {
    zh: '登记回单的人不能自行更正，请由园区另一名有权限的人员办理；资金确已退回的，凭银行退款回单登记。',
    en: 'Whoever entered the receipt does not correct it alone: another person of the park does. Money that came back is recorded with the paper of the bank.',
  },
  'payments.returned-before-paid': {
    zh: '退回日期 {day} 早于支付日期 {paid}。',
    en: 'The money cannot have come back on {day}: the bank paid it on {paid}.',
  },
  'payments.returned-made-good': {
    zh: '这笔已支出的资金已由园区自有资金缴回财政，不能再作退回；请先冲正相应的缴回记录。',
    en: "The park's own money made this expenditure good; reverse that receipt of the recovery first.",
  },
  'payments.receipt-file-missing': { zh: '请上传银行回单。', en: 'The bank receipt must be uploaded.' },
  'payments.paid-before-invoice': {
    zh: '付款日期 {day} 早于开票日期 {issued}。',
    en: 'Paid on {day}, before the invoice of {issued}.',
  },
} as const satisfies Record<string, Text>
