import type { Words } from '../../../shared/words.ts'

export const words = {
  clear: { zh: '清除筛选', en: 'Clear filters' },
  title: { zh: '佐证疑点', en: 'Findings' },
  note: {
    zh: '同一文件或同一照片用于两处，或照片拍摄日期与登记日期不符，由系统自动发现，并列展示双方。',
    en: 'The same file or photo used twice, or a photo of another day than recorded: found by the system, shown side by side.',
  },
  kind: { zh: '类型', en: 'Kind' },
  all: { zh: '全部', en: 'All' },
  'same-file': { zh: '同一文件', en: 'Same file' },
  'same-picture': { zh: '同一照片', en: 'Same photo' },
  'capture-date': { zh: '拍摄日期不符', en: 'Another day' },
  none: { zh: '没有发现疑点。', en: 'Nothing was found.' },
  count: { zh: (n: number) => `共 ${n} 条`, en: (n: number) => (n === 1 ? '1 finding' : `${n} findings`) },
  services: { zh: '服务', en: 'Services' },
} as const satisfies Words
