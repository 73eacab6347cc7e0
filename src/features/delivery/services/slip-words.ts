import type { Words } from '../../../shared/words.ts'

/** The slip that a county prints for an enterprise. */
export const words = {
  title: { zh: '企业服务确认单', en: 'Confirmation slip' },
  service: { zh: '返回服务', en: 'Back to the service' },
  note: {
    zh: '企业收不到短信或钉钉时，由县级经信部门打印，密封后送达企业。企业扫码后，须填写其登记手机号码的后四位才能答复。',
    en: 'For an enterprise that no message reaches: printed by the county economy bureau and delivered sealed. After scanning, the enterprise completes it with the last four digits of its registered number.',
  },
  once: {
    zh: '内容只显示这一次，打印前请勿关闭本页；生成后，此前发送的链接失效。',
    en: 'It is shown this once: print it before leaving the page. Links sent before become worthless.',
  },
  make: { zh: '生成确认单', en: 'Make the slip' },
  to: { zh: (enterprise: string) => `致：${enterprise}`, en: (enterprise: string) => `To ${enterprise}` },
  asked: {
    zh: (park: string, no: string) =>
      `${park}登记已为贵单位提供服务（编号 ${no}）。请由贵单位人员用手机扫码，查看服务内容，并确认属实或提出异议。`,
    en: (park: string, no: string) =>
      `${park} has recorded a service for you (no. ${no}). Please have one of your staff scan the code, look at what was done, and confirm or dispute it.`,
  },
  qrLabel: { zh: '确认单二维码', en: 'QR code of the slip' },
  code: { zh: '答复时填写', en: 'To be entered' },
  codeNote: {
    zh: (issuer: string) => `贵单位在${issuer}登记的联系人手机号码后四位`,
    en: (issuer: string) => `The last four digits of the mobile number registered for you at ${issuer}`,
  },
  issuer: { zh: '出具单位', en: 'Issued by' },
  tries: { zh: '可填写次数', en: 'Tries' },
  triesLeft: {
    zh: (left: number) => `${left} 次；错满 ${left} 次，本单作废，须由出具单位重新打印`,
    en: (left: number) => `${left}; after ${left} wrong ones this slip is void and the issuer prints another`,
  },
  until: { zh: '有效期至', en: 'Valid until' },
  warning: {
    zh: '答复由贵单位自行作出。请勿将本单或号码交给园区、服务机构代为填写；答复时的设备和网络地址会一并记录。',
    en: 'The answer is yours alone. Do not hand this slip or the number to the park or the agency; device and network address of the answer are recorded.',
  },
} as const satisfies Words
