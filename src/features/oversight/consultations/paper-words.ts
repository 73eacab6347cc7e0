import type { Words } from '../../../shared/words.ts'

/** What stands on the paper of minutes alone. */
export const paperWords = {
  minutesTitle: { zh: (unit: string) => `${unit}会商纪要`, en: (unit: string) => `${unit}: minutes of a consultation` },
  batch: { zh: '批次', en: 'Batch' },
  post: { zh: '责任岗位', en: 'Post' },
  responsibleUnit: { zh: '责任单位', en: 'Responsible unit' },
  amendments: { zh: '更正和补充', en: 'Amendments' },
  amended: {
    zh: (at: string, by: string, text: string) => `${at}　${by}：${text}`,
    en: (at: string, by: string, text: string) => `${at}, ${by}: ${text}`,
  },
  recorder: { zh: (name: string) => `记录：${name}`, en: (name: string) => `Recorded by: ${name}` },
} as const satisfies Words
