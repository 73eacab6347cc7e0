import { describedFields } from '../../../../policy/guide/described-fields.ts'
import type { Words } from '../../../../shared/words.ts'

/** The dialogs in which the park and the enterprise act. */
export const actWords = {
  select: { zh: '比选产品', en: 'Choose a product' },
  contract: { zh: '签订合同', en: 'Sign the contract' },
  visit: { zh: '登记服务过程', en: 'Record a visit' },
  'add-evidence': { zh: '补充佐证', en: 'Add evidence' },
  deliver: { zh: '登记成果', en: 'Record the delivery' },
  invite: { zh: '邀请企业确认', en: 'Ask the enterprise to confirm' },
  confirm: { zh: '确认服务', en: 'Confirm' },
  dispute: { zh: '提出异议', en: 'Dispute' },
  resume: { zh: '继续服务', en: 'Resume' },
  close: { zh: '归档', en: 'Close' },
  'correct-day': { zh: '更正日期', en: 'Correct a day' },
  correctDayNote: {
    zh: '需求或选定日期登记有误时，在签订合同前更正；原日期和理由保留。',
    en: 'Where the day of the need or of the choice was keyed in wrongly, before the contract. The former day stays on record.',
  },
  correctedStep: { zh: '更正哪个日期', en: 'Which day' },
  needDay: { zh: '需求日期', en: 'Day of the need' },
  dayStands: {
    zh: (name: string, day: string) => `${name}（现为 ${day}）`,
    en: (name: string, day: string) => `${name} (now ${day})`,
  },
  trueDay: { zh: '实际日期', en: 'True day' },
  correctionReason: { zh: '更正理由', en: 'Reason' },
  since: {
    zh: (name: string, day: string) => `不早于${name} ${day}`,
    en: (name: string, day: string) => `Not before ${name}, ${day}`,
  },
  sinceCorrectable: {
    zh: (name: string, day: string) => `不早于${name} ${day}；该日期登记有误的，先在服务页“更正日期”`,
    en: (name: string, day: string) =>
      `Not before ${name}, ${day}; if that was keyed in wrongly, correct it first on the service’s page`,
  },
  cancel: { zh: '取消服务', en: 'Call it off' },
  done: { zh: '已保存', en: 'Saved' },
  loading: { zh: '正在加载', en: 'Loading' },
  finish: { zh: '完成', en: 'Done' },
  selectNote: {
    zh: '勾选参与比选的产品，选定其中一个并写明理由。',
    en: 'Tick the products you compared, choose one of them and say why.',
  },
  compare: { zh: '参与比选', en: 'Compared' },
  choose: { zh: '选定', en: 'Chosen' },
  chooseThis: { zh: (name: string) => `选定 ${name}`, en: (name: string) => `Choose ${name}` },
  compareThis: { zh: (name: string) => `${name} 参与比选`, en: (name: string) => `${name} was compared` },
  deliverable: { zh: '交付成果', en: 'Deliverable' },
  priceBasis: { zh: '价格依据', en: 'Price basis' },
  marketPrice: { zh: '市场价', en: 'Market price' },
  aboveMarket: { zh: '高于市场价', en: 'Above the market price' },
  chosenProduct: { zh: '选定的产品', en: 'the chosen product' },
  noProducts: {
    zh: '已审核的方案中没有该类别的产品。',
    en: 'The approved plan has no product of this kind.',
  },
  selectedOn: { zh: '选定日期', en: 'Chosen on' },
  remedy: describedFields.remedy,
  remedyHint: { zh: (said: string) => `企业异议：${said}`, en: (said: string) => `The enterprise said: ${said}` },
  selectionReason: { zh: '选定理由', en: 'Why this one' },
  fewReason: { zh: '比选不足的理由', en: 'Why fewer than two unrelated agencies' },
  fewHint: {
    zh: '互不关联的服务机构少于两家时须填写，随选定记录公开给审核部门。',
    en: 'Needed when fewer than two unrelated agencies were compared; the reviewers see it.',
  },
  contractNo: { zh: '合同编号', en: 'Contract number' },
  signedOn: { zh: '签订日期', en: 'Signed on' },
  price: { zh: '合同价', en: 'Price' },
  priceHint: {
    zh: (yuan: string) => `不高于协议价 ${yuan} 元`,
    en: (yuan: string) => `At most the agreed ${yuan} yuan`,
  },
  provincial: { zh: '省级资金', en: 'Provincial money' },
  park: { zh: '园区自有资金', en: 'Paid by the park' },
  enterprise: { zh: '企业承担', en: 'Paid by the enterprise' },
  sharesLeft: {
    zh: (apart: string) => `三项合计比合同价${apart}`,
    en: (apart: string) => `The three shares are ${apart} than the price`,
  },
  sharesToCome: { zh: '金额填全后核对三项合计', en: 'The shares are checked once every amount is there' },
  sharesFit: { zh: '三项合计等于合同价', en: 'The shares add up to the price' },
  line: { zh: '资金用途', en: 'Fund line' },
  lineOption: {
    zh: (purpose: string, quarter: string, yuan: string) => `${purpose}（${quarter}，可用 ${yuan} 元）`,
    en: (purpose: string, quarter: string, yuan: string) => `${purpose} (${quarter}, ${yuan} yuan free)`,
  },
  contractFile: { zh: '合同文本', en: 'Contract file' },
  visitedOn: { zh: '日期', en: 'Day' },
  way: { zh: '方式', en: 'Way' },
  'on-site': { zh: '现场', en: 'On site' },
  online: { zh: '线上', en: 'Online' },
  phone: { zh: '电话', en: 'By phone' },
  place: { zh: '地点', en: 'Place' },
  content: describedFields.visitContent,
  photos: { zh: '现场照片', en: 'Photos on site' },
  photosHint: {
    zh: '请上传手机原图，保留拍摄时间和位置；至少两张不同时刻的照片才能计入。',
    en: 'Originals from the phone, with time and place; two of different moments are needed to count.',
  },
  proof: { zh: '佐证种类', en: 'Kind of proof' },
  listComma: { zh: '、', en: ', ' },
  proofsShort: { zh: '佐证或“以后补充”', en: 'Proof, or that it comes later' },
  proofsShortSays: { zh: '请附上佐证，或勾选以后补充', en: 'Attach the proof, or say that it comes later' },
  proofsMissing: {
    zh: (missing: string) => `尚缺佐证：${missing}。补齐之前，这项服务不计入绩效。`,
    en: (missing: string) => `Proof still missing: ${missing}. Until it is there, the service does not count.`,
  },
  proofsLater: { zh: '先登记成果，佐证以后补充', en: 'Record it now; the proof comes later' },
  proofOption: {
    zh: (name: string, have: number, need: number) =>
      need > 0 ? `${name}（已有 ${have}，需要 ${need}）` : `${name}（已有 ${have}）`,
    en: (name: string, have: number, need: number) => (need > 0 ? `${name} (${have} of ${need})` : `${name} (${have})`),
  },
  files: { zh: '文件', en: 'Files' },
  title: { zh: '成果名称', en: 'What was delivered' },
  resultNo: { zh: '成果编号', en: 'Result number' },
  resultNoHint: {
    zh: '证书、专利、标准等的编号，没有可不填',
    en: 'Of the certificate, patent or standard, if it has one',
  },
  deliveredOn: { zh: '交付日期', en: 'Delivered on' },
  inviteNote: {
    zh: '确认链接将发送给企业登记的联系人，由其在自己的手机上打开，无需账号。链接 14 天内有效，重新发送后原链接失效；园区看不到链接。',
    en: 'The link goes to the registered contact of the enterprise, who opens it on a phone of its own, without an account. It lasts 14 days; a new one replaces it. The park does not see it.',
  },
  inviteSend: { zh: '发送确认链接', en: 'Send the link' },
  inviteSent: {
    zh: (channel: string, name: string, phone: string) => `已以${channel}发送给${name}（${phone}）`,
    en: (channel: string, name: string, phone: string) => `Sent to ${name} (${phone}) by ${channel}`,
  },
  simulated: {
    zh: '演示环境未接通短信和钉钉，请在未登录的浏览器中打开模拟手机：',
    en: 'In the demo nothing is sent; open the simulated telephone in a browser that is not signed in:',
  },
  toContact: { zh: '查看企业登记的联系人', en: 'The registered contact of the enterprise' },
  slip: { zh: '打印确认单', en: 'Print a confirmation slip' },
  until: { zh: (at: string) => `有效期至 ${at}`, en: (at: string) => `Valid until ${at}` },
  confirmNote: {
    zh: '请确认服务确已完成，并作出评价。提交后不能更改。',
    en: 'Confirm that the service was done, and rate it. It cannot be changed afterwards.',
  },
  rating: { zh: '满意度', en: 'Rating' },
  comment: { zh: '意见（选填）', en: 'Comment (optional)' },
  disputeNote: {
    zh: '写明哪里与约定不符，园区将继续服务并重新交付。',
    en: 'Say what is not as agreed; the park goes on and delivers anew.',
  },
  disputeReason: describedFields.dispute,
  resumeNote: {
    zh: '原成果保留在记录中，之后须重新登记成果并由企业再次确认。',
    en: 'The former delivery stays on record; it is delivered and confirmed anew.',
  },
  closeNote: {
    zh: '归档后不再变更状态，仍可补充佐证。',
    en: 'Its state no longer changes; evidence can still be added.',
  },
  uninvoiced: {
    zh: (yuan: string) => `合同价款中尚有 ${yuan} 元未开票。`,
    en: (yuan: string) => `${yuan} yuan of the contract are not invoiced.`,
  },
  unpaidRest: {
    zh: (unpaid: string, held: string) =>
      `其中园区应付 ${unpaid} 元；归档后不再开票付款，占用的省级资金 ${held} 元释放回原用途。`,
    en: (unpaid: string, held: string) =>
      `The park owes ${unpaid} yuan of it. Once closed, nothing more is invoiced or paid, and ${held} yuan of provincial money go back to the fund line.`,
  },
  restReason: { zh: '不再开票的理由', en: 'Why the rest is not invoiced' },
  cancelNote: {
    zh: '取消后不再计入，已占用的省级资金释放回原用途。',
    en: 'It will not count; provincial money it holds goes back to its fund line.',
  },
} as const satisfies Words
