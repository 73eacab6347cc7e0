import type { Words } from '../../shared/words.ts'

/** The workbook of exported services. */
export const exportWords = {
  fileName: { zh: '服务清单', en: 'services' },
  sheet: { zh: '服务清单', en: 'Services' },
  about: { zh: '说明', en: 'About' },
  count: { zh: '记录数', en: 'Records' },
  exportedAt: { zh: '导出时间', en: 'Exported at' },
  exportedBy: { zh: '导出账号', en: 'Exported by' },
  rules: { zh: '计数规则', en: 'Counted by the rules of' },
  all: { zh: '全部', en: 'all' },
  yes: { zh: '已计入', en: 'counts' },
  notYet: { zh: '未计入', en: 'does not count yet' },
  no: { zh: '服务编号', en: 'No.' },
  park: { zh: '园区', en: 'Park' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  kind: { zh: '服务类别', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  agency: { zh: '服务机构', en: 'Agency' },
  price: { zh: '合同价(元)', en: 'Price (yuan)' },
  openedOn: { zh: '登记日期', en: 'Opened on' },
  countedOn: { zh: '计入日期', en: 'Counts from' },
  updatedOn: { zh: '更新日期', en: 'Updated on' },
} as const satisfies Words
