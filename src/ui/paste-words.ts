import type { Words } from '../shared/words.ts'

/** What is said of a pasted block. */
export const pasteWords = {
  comma: { zh: '、', en: ', ' },
  pasted: { zh: (n: number) => `已粘贴 ${n} 行`, en: (n: number) => (n === 1 ? '1 row pasted' : `${n} rows pasted`) },
  pastedLeft: {
    zh: (lines: string) => `；不是数据行，未取用：${lines}`,
    en: (lines: string) => `; no rows and left out: ${lines}`,
  },
  pastedOver: {
    zh: (n: number) => `；超出本表行数上限，${n} 行未取用`,
    en: (n: number) =>
      n === 1 ? '; 1 row found no room and was left out' : `; ${n} rows found no room and were left out`,
  },
  pastedLeftColumns: {
    zh: (columns: string) => `；本表没有或不可填写的列，未取用：${columns}`,
    en: (columns: string) => `; columns that this table does not take, left out: ${columns}`,
  },
  pastedAsides: {
    zh: (titles: string) => `；表头另有说明，请核对是否就是本列：${titles}`,
    en: (titles: string) => `; titles that say more; check that they are these columns: ${titles}`,
  },
  pastedCleared: {
    zh: (rows: string, columns: string) => `；第 ${rows} 行换了对象，原有内容已清空，请补填：${columns}`,
    en: (rows: string, columns: string) =>
      `; rows ${rows} now name somebody else; what stood there was cleared: ${columns}`,
  },
  pastedUnclear: {
    zh: (titles: string) => `未粘贴：表头与本表各列对应不上，请核对：${titles}`,
    en: (titles: string) => `Nothing was pasted. The titles cannot be matched to the columns here: ${titles}`,
  },
  pastedOtherUnit: {
    zh: (lines: string) => `未粘贴：所写单位与本表各列的单位不同，请换算或删去后再粘贴：${lines}`,
    en: (lines: string) =>
      `Nothing was pasted. The unit written here is not that of the columns; convert or leave it out: ${lines}`,
  },
  columnNo: { zh: (n: number) => `第 ${n} 列`, en: (n: number) => `column ${n}` },
} as const satisfies Words
