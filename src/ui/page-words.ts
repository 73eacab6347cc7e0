import type { Words } from '../shared/words.ts'

/** What is said about the pages of a list. */
export const pageWords = {
  beyondLastPage: { zh: '没有这一页', en: 'There is no such page' },
  firstPage: { zh: '转到第一页', en: 'Go to the first page' },
  lastPage: { zh: '转到最后一页', en: 'Go to the last page' },
} as const satisfies Words
