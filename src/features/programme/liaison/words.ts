import type { Words } from '../../../shared/words.ts'

/** Liaison officers: who is to be asked, and who was before. */
export const words = {
  title: { zh: '联络员', en: 'Liaison officers' },
  subtitle: {
    zh: '按最近一次备案的名单；其他单位的电话只显示部分号码。',
    en: 'By the list recorded last; numbers of other units are shown in part.',
  },
  day: { zh: '查看日期', en: 'As of' },
  batch: { zh: '批次', en: 'Batch' },
  allBatches: { zh: '全部批次', en: 'All batches' },
  empty: { zh: '辖区内尚无试点园区', en: 'No pilot park in your area yet' },
  none: { zh: '尚无备案的联络员名单', en: 'No list is on record yet' },
  unit: { zh: '单位', en: 'Unit' },
  seat: { zh: '角色', en: 'Seat' },
  first: { zh: 'A 角', en: 'First' },
  deputy: { zh: 'B 角', en: 'Deputy' },
  name: { zh: '姓名', en: 'Name' },
  office: { zh: '科室、职务', en: 'Office and duty' },
  phone: { zh: '电话', en: 'Phone' },
  validity: { zh: '任期', en: 'In force' },
  since: { zh: (day: string) => `自 ${day}`, en: (day: string) => `since ${day}` },
  span: {
    zh: (from: string, until: string) => `${from} 至 ${until}`,
    en: (from: string, until: string) => `${from} – ${until}`,
  },
  recordedOn: { zh: '备案日期', en: 'On record since' },
  dueOn: { zh: '报送期限', en: 'Due' },
  list: { zh: '名单', en: 'The list' },
  notRecorded: { zh: '尚未备案', en: 'not on record' },
  changes: { zh: '人员变动', en: 'Changes' },
  replaced: {
    zh: (unit: string, seat: string, before: string, after: string) => `${unit} ${seat}：${before} → ${after}`,
    en: (unit: string, seat: string, before: string, after: string) => `${unit}, ${seat}: ${before} → ${after}`,
  },
  nobody: { zh: '（无）', en: '(nobody)' },
} as const satisfies Words
