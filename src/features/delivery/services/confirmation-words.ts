import type { Words } from '../../../shared/words.ts'

/** What the enterprise reads on its telephone; of the service no more than its number. */
export function linkMessage(about: { parkName: string; no: string; address: string }): string {
  const { parkName, no, address } = about
  return `【园企通】${parkName}为贵单位提供的服务（${no}）已登记交付，请确认是否属实，14 天内有效：${address} 。请勿将链接转发给园区或服务机构。`
}

/** The page that a link opens on the enterprise's phone. */
export const words = {
  title: { zh: '服务确认', en: 'Confirm a service' },
  asked: {
    zh: (enterprise: string) => `${enterprise}，请确认以下服务是否属实`,
    en: (enterprise: string) => `${enterprise}: did this service happen as described?`,
  },
  agency: { zh: '服务机构', en: 'Agency' },
  park: { zh: '所在园区', en: 'Park' },
  parkPhone: { zh: '园区电话', en: 'Telephone of the park' },
  service: { zh: '服务内容', en: 'Service' },
  result: { zh: '交付成果', en: 'Delivered' },
  resultNo: { zh: '成果编号', en: 'Result no.' },
  deliveredOn: { zh: '交付日期', en: 'Delivered on' },
  enterprisePays: { zh: '企业承担', en: 'You pay' },
  visits: { zh: '服务过程', en: 'Visits' },
  photo: { zh: (at: string) => `现场照片 ${at}`, en: (at: string) => `Photo ${at}` },
  rating: { zh: '您对这次服务满意吗？', en: 'How satisfied are you?' },
  rate1: { zh: '很不满意', en: 'Very poor' },
  rate2: { zh: '不满意', en: 'Poor' },
  rate3: { zh: '一般', en: 'Fair' },
  rate4: { zh: '满意', en: 'Good' },
  rate5: { zh: '很满意', en: 'Very good' },
  rateFirst: { zh: '请先选择满意度', en: 'Choose a rating first' },
  comment: { zh: '补充意见（选填）', en: 'Comment (optional)' },
  signer: { zh: '确认人姓名', en: 'Your name' },
  nameFirst: { zh: '请填写确认人姓名', en: 'Say who you are' },
  disputed: { zh: (day: string) => `${day} 提出的异议`, en: (day: string) => `Your objection of ${day}` },
  deliveredThen: { zh: '当时的成果', en: 'Delivered then' },
  remedy: { zh: '园区已作的改进', en: 'What was put right' },
  confirm: { zh: '确认服务属实', en: 'Yes, confirm' },
  dispute: { zh: '有异议', en: 'Something is wrong' },
  disputeTitle: { zh: '哪里与实际不符？', en: 'What is not as described?' },
  disputeHint: {
    zh: '例如：没有来过、成果未收到、内容不符。园区会继续服务并重新交付。',
    en: 'For example: nobody came, nothing was received, it was something else. The park will go on and deliver anew.',
  },
  disputeFirst: { zh: '请写明异议内容', en: 'Say what is wrong' },
  disputeSend: { zh: '提交异议', en: 'Send' },
  back: { zh: '返回', en: 'Back' },
  once: { zh: '提交后不能更改。', en: 'It cannot be changed afterwards.' },
  until: {
    zh: (at: string) => `本链接 ${at} 前有效，只能使用一次。`,
    en: (at: string) => `This link works once, until ${at}.`,
  },
  thanksConfirmed: { zh: '已确认，谢谢！', en: 'Confirmed. Thank you!' },
  thanksConfirmedNote: {
    zh: '您的确认和评价已送达园区，可以关闭本页。',
    en: 'The park has your answer. You can close this page.',
  },
  thanksDisputed: { zh: '异议已提交', en: 'Your objection was sent' },
  thanksDisputedNote: {
    zh: '园区会与您联系，继续服务并重新交付后再请您确认。',
    en: 'The park will get in touch, go on with the service and ask you again.',
  },
  used: { zh: '该链接已使用', en: 'This link has been used' },
  usedNote: { zh: '确认链接只能使用一次，您的答复已经记录。', en: 'A link works once; the answer is on record.' },
  code: { zh: '登记手机号码后四位', en: 'Last four digits of the registered number' },
  codeHint: {
    zh: '贵单位在县级经信部门登记的联系人手机号码。错满五次，本确认单作废。',
    en: 'Of the mobile number that the county economy bureau has registered for you. After five wrong tries the slip is void.',
  },
  codeFirst: { zh: '请填写手机号码后四位', en: 'Enter the last four digits' },
  void: { zh: '确认单已作废', en: 'This slip is void' },
  voidNote: {
    zh: '手机号码后四位错满五次。请联系县级经信部门重新打印。',
    en: 'Five wrong tries. Ask the county economy bureau for another slip.',
  },
  replaced: { zh: '该链接已被新的链接取代', en: 'A newer link takes the place of this one' },
  replacedNote: { zh: '请打开最近一次收到的链接。', en: 'Please open the last link that you received.' },
  former: { zh: '联系人已变更', en: 'The contact has changed' },
  formerNote: {
    zh: '本链接发给贵单位原登记的联系人，不再有效。请联系园区，向现在的联系人重新发送。',
    en: 'This link went to your former contact and is void. Ask the park to have one sent to the present contact.',
  },
  expired: { zh: '该链接已失效', en: 'This link has expired' },
  expiredNote: { zh: '请联系园区重新发送确认链接。', en: 'Please ask the park to have a new one sent.' },
  publicNotices: { zh: '查看资金公示', en: 'Public notices' },
  unknown: { zh: '链接无效', en: 'No such link' },
  unknownNote: {
    zh: '请检查链接是否完整，或向园区重新索取。',
    en: 'Check that the link is complete, or ask the park for a new one.',
  },
  withdrawn: { zh: '暂不需要确认', en: 'Nothing to confirm' },
  withdrawnNote: {
    zh: '该服务已另行确认或仍在办理中。',
    en: 'This service was answered otherwise, or is still under way.',
  },
} as const satisfies Words
