import type { Words } from '../../../shared/words.ts'

export const words = {
  clear: { zh: '清除筛选', en: 'Clear filters' },
  title: { zh: '佐证疑点', en: 'Findings' },
  note: {
    zh: '同一文件或同一照片用于两处，照片拍摄日期与登记日期不符，或企业答复可能并非企业本身作出，由系统自动发现。',
    en: 'The same file or photo used twice, a photo of another day than recorded, or an answer that may not be the enterprise’s own: found by the system.',
  },
  kind: { zh: '类型', en: 'Kind' },
  all: { zh: '全部', en: 'All' },
  'same-file': { zh: '同一文件', en: 'Same file' },
  'same-picture': { zh: '同一照片', en: 'Same photo' },
  'capture-date': { zh: '拍摄日期不符', en: 'Another day' },
  'own-device': { zh: '答复设备存疑', en: 'Device of an answer' },
  'own-address': { zh: '答复地址存疑', en: 'Address of an answer' },
  'new-contact': { zh: '联系人刚变更', en: 'New contact' },
  none: { zh: '没有发现疑点。', en: 'Nothing was found.' },
  count: { zh: (n: number) => `共 ${n} 条`, en: (n: number) => (n === 1 ? '1 finding' : `${n} findings`) },
  services: { zh: '服务', en: 'Services' },
} as const satisfies Words
