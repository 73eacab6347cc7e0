import type { Words } from '../../../../shared/words.ts'

/** How a finding is told. */
export const findingWords = {
  'same-file': { zh: '同一文件用于两处', en: 'The same file proves two things' },
  'same-picture': { zh: '同一照片（另存或压缩后）用于两处', en: 'The same photo, saved again, proves two things' },
  'capture-date': { zh: '照片拍摄日期与登记日期不符', en: 'A photo of another day than recorded' },
  'own-device': {
    zh: '企业的答复来自园区或主管部门登录过的设备',
    en: 'An answer for the enterprise from a device that its park or an authority has signed in from',
  },
  'own-address': {
    zh: '企业的答复与园区或主管部门的登录来自同一网络地址（企业与园区共用网络时也会如此）',
    en: 'An answer for the enterprise from an address that its park or an authority has signed in from (so it is where they share a network)',
  },
  'new-contact': {
    zh: '企业的登记联系人在答复前七天内变更',
    en: 'The registered contact was changed within seven days before the answer',
  },
  verdict: { zh: '答复', en: 'Answer' },
  confirmed: { zh: '确认属实', en: 'confirmed' },
  disputed: { zh: '提出异议', en: 'disputed' },
  by: { zh: '答复人', en: 'By' },
  address: { zh: '网络地址', en: 'Address' },
  agent: { zh: '浏览器', en: 'Browser' },
  contactSetAt: { zh: '联系人登记于', en: 'Contact registered' },
  several: { zh: (n: number) => `${n} 处`, en: (n: number) => `${n} findings` },
  outside: { zh: '位于您管辖范围之外的另一园区', en: 'In another park, outside your scope' },
  raisedAt: { zh: '发现时间', en: 'Found' },
  park: { zh: '园区', en: 'Park' },
  service: { zh: '服务', en: 'Service' },
  activity: { zh: '活动', en: 'Activity' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  proof: { zh: '佐证种类', en: 'Kind of proof' },
  day: { zh: '登记日期', en: 'Day recorded' },
  capturedAt: { zh: '拍摄时间', en: 'Taken' },
  boundBy: { zh: '上传', en: 'Uploaded' },
  hash: { zh: '文件指纹', en: 'Hash' },
} as const satisfies Words
