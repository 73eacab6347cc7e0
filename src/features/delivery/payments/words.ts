import type { Words } from '../../../shared/words.ts'

/** Lists, figures and where the money of a service stands. */
export const words = {
  title: { zh: '发票与付款', en: 'Invoices and payments' },
  allServices: { zh: '服务清单', en: 'Services' },
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  park: { zh: '园区', en: 'Park' },
  money: { zh: '资金', en: 'Money' },
  payments: { zh: '付款', en: 'Payments' },

  nextStep: { zh: '下一步', en: 'Next' },
  whoActs: { zh: (who: string) => `由${who}办理`, en: (who: string) => `by the ${who.toLowerCase()}` },
  or: { zh: '或', en: ' or the ' },
  stepWait: {
    zh: '等待企业确认服务，确认后方可登记发票',
    en: 'Waits until the enterprise has confirmed; then the invoice',
  },
  stepInvoice: { zh: '登记发票', en: 'Record the invoice' },
  stepPrepare: { zh: '编制付款', en: 'Prepare the payment' },
  stepApprove: { zh: '批准付款', en: 'Approve the payment' },
  stepReceipt: { zh: '支付并登记银行回单', en: 'Pay and record the bank receipt' },
  stepNone: { zh: '该服务无需园区付款。', en: 'The park owes nothing for this service.' },
  stepOver: { zh: '服务已取消，不再开票付款。', en: 'The service was called off; nothing is invoiced or paid.' },
  stepPaid: {
    zh: (yuan: string) => `园区应付 ${yuan} 元已全部付清。`,
    en: (yuan: string) => `All ${yuan} yuan that the park owed have been paid.`,
  },
  stepPaidSoFar: {
    zh: (yuan: string, rest: string) =>
      `已开票应付的 ${yuan} 元已付清；合同中园区应付的 ${rest} 元尚未开票，可继续登记发票，不再开票的，归档时写明理由。`,
    en: (yuan: string, rest: string) =>
      `The ${yuan} yuan owed on invoices are paid; ${rest} yuan that the park owes under the contract are not invoiced. Record the invoice, or close the service with a reason.`,
  },

  figures: { zh: '合同、发票与付款', en: 'Contract, invoices and payments' },
  provincial: { zh: '省级资金', en: 'Provincial' },
  ofPark: { zh: '园区自有资金', en: 'Park' },
  ofEnterprise: { zh: '企业承担', en: 'Enterprise' },
  total: { zh: '合计', en: 'Total' },
  contract: { zh: '合同', en: 'Contract' },
  invoiced: { zh: '发票', en: 'Invoices' },
  paid: { zh: '已支付', en: 'Paid' },
  thisPayment: { zh: '本次付款', en: 'This payment' },
  withEnterprise: {
    zh: (yuan: string) => `合同价含企业承担 ${yuan} 元，由企业自行支付。`,
    en: (yuan: string) => `The contract includes ${yuan} yuan that the enterprise pays itself.`,
  },
  contractNo: { zh: '合同编号', en: 'Contract no.' },
  signedOn: { zh: '签订日期', en: 'Signed on' },
  fundLine: { zh: '资金用途', en: 'Fund line' },
  contractFile: { zh: '合同文件', en: 'Contract file' },
  noContract: { zh: '尚未签订合同。', en: 'No contract has been signed yet.' },

  limits: { zh: '可付上限', en: 'What may be paid' },
  limitInvoice: { zh: '发票未付额', en: 'Open on the invoice' },
  limitProvincial: { zh: '合同省级资金未付额', en: 'Provincial share open on the contract' },
  limitPark: { zh: '合同园区资金未付额', en: 'Park share open on the contract' },
  limitLine: { zh: '该用途已签约未付额', en: 'Committed and open on the fund line' },
  limitCash: { zh: '专账账户余额', en: 'Cash in the account' },
  within: { zh: '未超过', en: 'within' },
  above: { zh: (yuan: string) => `超出 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan too much` },

  invoices: { zh: '发票', en: 'Invoices' },
  voided: { zh: '已作废', en: 'Voided' },
  voidedOn: { zh: '作废日期', en: 'Voided on' },
  voidReason: { zh: '作废理由', en: 'Why voided' },
  redLetterNo: { zh: '红字发票号码', en: 'Red-letter invoice' },
  noInvoices: { zh: '尚未登记发票。', en: 'No invoice has been recorded yet.' },
  invoiceNo: { zh: '发票号码', en: 'Invoice no.' },
  digitalNo: { zh: '数电票号码', en: 'Fully digital no.' },
  seller: { zh: '销售方', en: 'Seller' },
  buyer: { zh: '购买方', en: 'Buyer' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  sum: { zh: '价税合计', en: 'Sum with tax' },
  file: { zh: '票据', en: 'File' },
  recordedBy: { zh: '登记', en: 'Recorded by' },

  noPayments: { zh: '尚未编制付款。', en: 'No payment has been prepared yet.' },
  payee: { zh: '收款方', en: 'Payee' },
  purpose: { zh: '用途', en: 'Purpose' },
  state: { zh: '状态', en: 'State' },
  prepared: { zh: '编制', en: 'Prepared' },
  approved: { zh: '批准', en: 'Approved' },
  paidOn: { zh: '支付日期', en: 'Paid on' },
  receipt: { zh: '银行回单', en: 'Bank receipt' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  cancelReason: { zh: '取消原因', en: 'Why cancelled' },

  reversed: { zh: '退回或更正', en: 'Why it stands no longer' },
  returnedOn: { zh: '退回日期', en: 'Came back on' },
  returnReceipt: { zh: '银行退款回单', en: "Bank's receipt of the return" },
  reversedBy: { zh: '登记人', en: 'Recorded by' },
  reversalReason: { zh: '说明', en: 'Reason' },

  serviceNo: { zh: '服务编号', en: 'Service' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  preparedOn: { zh: '编制日期', en: 'Prepared' },
  nothingInPilot: {
    zh: '还没有付款。服务经企业确认并登记发票后，在服务的“发票与付款”中编制。',
    en: 'No payments yet. Once a service is confirmed and invoiced, a payment is prepared under its “Invoices and payments”.',
  },
} as const satisfies Words

/** What people do here, and what their forms ask. */
export const actWords = {
  'record-invoice': { zh: '登记发票', en: 'Record an invoice' },
  'prepare-payment': { zh: '编制付款', en: 'Prepare a payment' },
  approve: { zh: '批准付款', en: 'Approve' },
  'record-receipt': { zh: '登记银行回单', en: 'Record the bank receipt' },
  cancel: { zh: '取消付款', en: 'Cancel the payment' },
  done: { zh: '已完成', en: 'Done' },

  code: { zh: '发票代码', en: 'Invoice code' },
  codeHint: {
    zh: '纸质发票 10 或 12 位；数电发票无代码，留空',
    en: '10 or 12 digits on paper; empty for a fully digital invoice',
  },
  number: { zh: '发票号码', en: 'Invoice number' },
  numberHint: { zh: '数电发票 20 位；有代码的纸质发票 8 位', en: '20 digits; 8 on paper with a code' },
  digitalNumber: { zh: '数电票号码', en: 'Fully digital number' },
  digitalNumberHint: {
    zh: '数电纸质发票另印 20 位号码，须一并填写；同一张发票按任一号码都只能登记一次',
    en: 'The paper of a fully digital invoice shows 20 digits, too: enter both; either number is taken once',
  },
  sellerName: { zh: '销售方名称', en: 'Seller' },
  sellerUscc: { zh: '销售方统一社会信用代码', en: 'Credit code of the seller' },
  buyer: { zh: '购买方', en: 'Buyer' },
  issuedOn: { zh: '开票日期', en: 'Issued on' },
  sum: { zh: '价税合计', en: 'Sum with tax' },
  sumHint: {
    zh: (open: string, price: string) => `合同价 ${price} 元，尚可开票 ${open} 元`,
    en: (open: string, price: string) => `Contract ${price} yuan, ${open} yuan not invoiced yet`,
  },
  invoiceFile: { zh: '发票文件', en: 'Invoice file' },
  invoiceFileHint: {
    zh: '先上传数电发票的 XML、OFD 或 PDF 文件，号码、日期和金额会自动填入，并与填写内容核对。',
    en: 'Upload the XML, OFD or PDF file of an e-invoice first: number, day and sum are filled in from it and compared.',
  },
  list: { zh: (names: readonly string[]) => names.join('、'), en: (names: readonly string[]) => names.join(', ') },
  filledFromFile: {
    zh: (names: string) => `已按电子发票文件填入：${names}。请与票面核对。`,
    en: (names: string) => `Filled in from the e-invoice file: ${names}. Compare it with the invoice.`,
  },
  fileAgrees: { zh: '填写内容与电子发票文件一致。', en: 'The e-invoice file says what is entered.' },
  fileDiffers: {
    zh: '填写内容与电子发票文件不一致，未改动：',
    en: 'The e-invoice file says otherwise; nothing was changed:',
  },
  fileSays: {
    zh: (name: string, said: string, entered: string) => `${name}：文件上是 ${said}，填写的是 ${entered}，未改动`,
    en: (name: string, said: string, entered: string) => `${name}: ${said} in the file, ${entered} entered and left`,
  },
  fileIsRed: {
    zh: '这是红字发票，不能用于付款；未填入任何内容。',
    en: 'This is a red-letter invoice and pays for nothing; nothing was filled in.',
  },
  fileSilent: {
    zh: '未与文件核对：文件中读不出发票内容（扫描件、照片或图片版 PDF）。请自行与票面逐项核对。',
    en: 'Not compared with the file: no invoice can be read in it (a scan, a photo, a PDF of pictures). Compare every field with the paper yourself.',
  },
  invoiceNote: {
    zh: '销售方须为签约机构，购买方为园区或被服务企业；同一发票号全省只能登记一次。',
    en: 'The seller is the contracted agency, the buyer the park or the enterprise; a number is entered once in the whole province.',
  },

  'void-invoice': { zh: '作废发票', en: 'Void the invoice' },
  voidNote: {
    zh: (no: string) => `作废后发票 ${no} 不再计入合同、付款和绩效，记录保留，不能恢复；之后可重新登记发票。`,
    en: (no: string) =>
      `Invoice ${no} will count nowhere; its record stays and cannot be revived. A new invoice may follow.`,
  },
  voidKind: { zh: '作废原因类别', en: 'Why it is voided' },
  redNumber: { zh: '红字发票号码', en: 'Number of the red-letter invoice' },
  redCode: { zh: '红字发票代码', en: 'Code of the red-letter invoice' },
  redFile: { zh: '红字发票文件', en: 'Red-letter invoice' },
  voidReason: { zh: '理由', en: 'Reason' },
  voidedOn: { zh: '作废日期', en: 'Voided on' },
  redOn: { zh: '红字发票开票日期', en: 'Red-letter invoice of' },

  invoice: { zh: '支付的发票', en: 'Invoice to pay' },
  invoiceOption: {
    zh: (number: string, open: string) => `${number}（未付 ${open} 元）`,
    en: (number: string, open: string) => `${number} (${open} yuan open)`,
  },
  provincial: { zh: '省级资金', en: 'Provincial money' },
  ofPark: { zh: '园区自有资金', en: 'Park money' },
  together: { zh: (yuan: string) => `本次合计 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan together` },
  payee: { zh: '收款方', en: 'Payee' },
  payeeHint: { zh: '须与发票销售方一致', en: 'The seller on the invoice' },
  purpose: { zh: '付款用途', en: 'Purpose' },
  purposeHint: {
    zh: '激励资金不得用于工资、装修、接待等禁止用途',
    en: 'Not for wages, decoration, hospitality or another forbidden use',
  },
  servicePurpose: { zh: (kind: string) => `支付${kind}服务费`, en: (kind: string) => `Fee for the service: ${kind}` },

  approveNote: {
    zh: '请核对合同、发票与本次付款。批准后资金即从账户余额转为待支付。',
    en: 'Compare contract, invoice and payment. Approval moves the money from cash to payable.',
  },
  sellerIsPayee: { zh: '收款方与发票销售方一致', en: 'The payee is the seller on the invoice' },
  sellerIsNotPayee: { zh: '收款方与发票销售方不一致', en: 'The payee is not the seller on the invoice' },

  receiptNote: {
    zh: (yuan: string, payee: string) => `向${payee}支付 ${yuan} 元后，按银行回单登记。`,
    en: (yuan: string, payee: string) => `As the receipt of the bank says, after ${yuan} yuan have gone to ${payee}.`,
  },
  receiptNo: { zh: '银行回单号', en: 'Receipt number' },
  receiptFile: { zh: '银行回单文件', en: 'Receipt file' },
  paidOn: { zh: '支付日期', en: 'Paid on' },

  reverse: { zh: '登记退回或更正', en: 'Return or correction' },
  reverseNote: {
    zh: (yuan: string, payee: string) =>
      `向${payee}支付的 ${yuan} 元不再计为支出，原记录保留，专账另记冲正分录；服务回到待付款，之后可重新编制付款。`,
    en: (yuan: string, payee: string) =>
      `The ${yuan} yuan paid to ${payee} no longer count as spent. The record stays, the ledger books reversals, and the service waits for a new payment.`,
  },
  reversalKind: { zh: '情形', en: 'What happened' },
  returnedHint: {
    zh: '银行退汇或收款方退回。凭银行退款回单登记，自退回之日起不再计为支出。',
    en: 'The bank or the payee sent the money back. Recorded with the bank’s receipt; it no longer counts from that day on.',
  },
  wrongHint: {
    zh: '银行并未按此付款，或回单登记到了别的付款上。须由登记回单以外的人员办理，原回单号可再次使用。',
    en: 'The bank made no such payment, or the receipt belongs to another one. Another person than entered it does this; its number is free again.',
  },
  returnNo: { zh: '退款回单号', en: 'Number of the receipt' },
  returnedOn: { zh: '退回日期', en: 'Came back on' },
  returnFile: { zh: '退款回单文件', en: 'Receipt of the return' },
  reversalReason: { zh: '原因说明', en: 'Reason' },

  cancelNote: {
    zh: (yuan: string) => `取消后 ${yuan} 元不再支付；已批准的，省级资金退回账户余额。之后可重新编制。`,
    en: (yuan: string) =>
      `The ${yuan} yuan will not be paid; if approved, the provincial money returns to cash. A new payment may follow.`,
  },
  cancelReason: { zh: '取消原因', en: 'Reason' },
} as const satisfies Words
