import type { Words } from '../../../../shared/words.ts'

/** How a finding is told. */
export const findingWords = {
  'same-file': { zh: '同一文件用于两处', en: 'The same file proves two things' },
  'same-picture': { zh: '同一照片（另存或压缩后）用于两处', en: 'The same photo, saved again, proves two things' },
  'capture-date': { zh: '照片拍摄日期与登记日期不符', en: 'A photo of another day than recorded' },
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
