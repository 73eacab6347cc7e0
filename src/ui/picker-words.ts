import type { Words } from '../shared/words.ts'

/** The sentences of a choice that is searched for. */
export const words = {
  searching: { zh: '正在查找', en: 'Searching' },
  notFound: { zh: '没有符合的名称', en: 'No name like this' },
  moreByName: {
    zh: (shown: number, total: number) => `显示前 ${shown} 个，共 ${total} 个；输入名称查找`,
    en: (shown: number, total: number) => `The first ${shown} of ${total}; type part of a name to find more`,
  },
} as const satisfies Words
