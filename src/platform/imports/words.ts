import type { Words } from '../../shared/words.ts'

/** What every import answers. */
export const importWords = {
  marked: { zh: '标注副本', en: 'marked copy' },
  tooManyRows: {
    zh: (max: number) => `一次最多导入 ${max} 行，未导入任何内容。`,
    en: (max: number) => `At most ${max} rows can be imported; nothing was imported.`,
  },
  problems: {
    zh: (n: number) => `文件中有 ${n} 处问题，未导入任何内容。请改正后重新导入。`,
    en: (n: number) =>
      `The file has ${n} ${n === 1 ? 'problem' : 'problems'}; nothing was imported. Correct it and import again.`,
  },
  changed: {
    zh: '文件、现有内容或规则与核对时不同，未导入任何内容。请重新核对。',
    en: 'The file, what stands there or the rules are not as they were when you checked; nothing was imported. Check again.',
  },
  warnings: {
    zh: (n: number) => `有 ${n} 处提醒尚未确认，未导入任何内容。`,
    en: (n: number) =>
      n === 1
        ? '1 warning has not been accepted; nothing was imported.'
        : `${n} warnings have not been accepted; nothing was imported.`,
  },
  notATable: {
    zh: (name: string, kind: string) =>
      `“${name}”是${/^[A-Z]/.test(kind) ? ' ' : ''}${kind}，不是表格，请选择 .xlsx 或 .csv 文件。`,
    en: (name: string, kind: string) => `“${name}” is no table (${kind}). Choose an .xlsx or .csv file.`,
  },
} as const satisfies Words
