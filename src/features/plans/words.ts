import type { Words } from '../../shared/words.ts'

/** What the screens of the plan say, and what its import answers. */
export const words = {
  // template and import
  template: { zh: '导入模板', en: 'import template' },
  hintIndicator: {
    zh: '从下拉列表选择,也可只填编号或名称;每项指标一行。',
    en: 'Choose from the list, or give the code or the name alone; one row for each indicator.',
  },
  hintUnit: { zh: '留空则用指标的单位。', en: "Blank: the indicator's own unit." },
  hintFigure: { zh: '不小于零的数。', en: 'A number of zero or more.' },
  hintWeight: { zh: '0–100,各项合计须为 100。', en: '0 to 100; all together 100.' },
  hintUscc: { zh: '18 位,每家企业一行。', en: '18 characters; one row for each enterprise.' },
  hintIndustry: { zh: '按中小企业划型标准的行业。', en: 'The industry of the size standard for enterprises.' },
  hintWan: { zh: '上年度,万元。', en: 'Last year, in units of 10,000 yuan.' },
  twice: { zh: (text: string) => `“${text}”在前面已出现。`, en: (text: string) => `“${text}” stands in a row above.` },
  tooManyRows: {
    zh: (max: number) => `一次最多导入 ${max} 行,未导入任何内容。`,
    en: (max: number) => `At most ${max} rows can be imported; nothing was imported.`,
  },
  importProblems: {
    zh: (n: number) => `文件中有 ${n} 处问题,未导入任何内容。请改正后重新导入。`,
    en: (n: number) =>
      `The file has ${n} ${n === 1 ? 'problem' : 'problems'}; nothing was imported. Correct it and import again.`,
  },
} as const satisfies Words
