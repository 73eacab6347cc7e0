import type { Words } from '../../../shared/words.ts'

/** An answer that is put right, and what it said before. */
export const answerWords = {
  correct: { zh: '更正答复', en: 'Correct the answer' },
  correctTitle: {
    zh: (no: number) => `更正异议 ${no} 的答复`,
    en: (no: number) => `Correct the answer to objection ${no}`,
  },
  correctNote: {
    zh: '更正后的答复公布在公示页面并注明更正日期；原答复和更正理由一并公开，留存备查。',
    en: 'The corrected answer is published with its day; the former one and the reason stay in sight beside it.',
  },
  hideFormer: {
    zh: '不公开原答复和更正理由（原答复写有个人信息）',
    en: 'Keep the former answer and the reason from the public (the former one names a person)',
  },
  correctionReason: { zh: '更正理由', en: 'Why it is corrected' },
  correctedBecause: {
    zh: (reason: string) => `更正理由：${reason}`,
    en: (reason: string) => `Why it was corrected: ${reason}`,
  },
  corrected: { zh: '答复已更正', en: 'Answer corrected' },
  correctedOn: { zh: '更正于', en: 'corrected on' },
  formerAnswer: { zh: '原答复', en: 'Former answer' },
  formerHidden: {
    zh: '原答复写有个人信息，不公开。',
    en: 'A former answer named a person and is not shown.',
  },
  hiddenFromPublic: { zh: '不公开', en: 'not shown to the public' },
  nowWithheld: { zh: '自此不公开异议原文', en: "the objection's words are kept back since" },
  nowShown: { zh: '自此公开异议原文', en: "the objection's words are shown since" },
} as const satisfies Words
