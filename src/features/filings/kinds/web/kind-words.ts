import type { Words } from '../../../../shared/words.ts'

export const kindWords = {
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  filings: { zh: '报送事项', en: 'Filings' },
  plan: { zh: '方案', en: 'Plan' },
  notBegun: { zh: '方案尚未开始编制。', en: 'Nobody has begun the plan yet.' },
  begin: { zh: '开始编制', en: 'Begin' },
} as const satisfies Words
