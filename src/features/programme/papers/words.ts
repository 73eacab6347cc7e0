import type { Words } from '../../../shared/words.ts'

/** What stands on every official paper of the programme. */
export const words = {
  programme: {
    zh: '园区精准服务中小微企业财政专项激励试点',
    en: 'Targeted services for MSMEs in parks: fiscal incentive pilot',
  },
  page: { zh: '第 &P 页 共 &N 页', en: 'Page &P of &N' },
  day: {
    zh: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    en: (year: number, month: number, day: number) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  },
  noDay: { zh: '　　年　　月　　日', en: 'Date:            ' },
  seal: { zh: '（盖章）', en: '(seal)' },
  filedBy: { zh: '报送单位（盖章）：', en: 'Filed by (seal): ' },
  no: { zh: '序号', en: 'No.' },
  none: { zh: '无', en: 'None' },
  handedIn: { zh: (by: string) => `经办：${by}`, en: (by: string) => `Handled by ${by}` },
  preparedAndSigned: {
    zh: (preparer: string, signer: string) => `拟定：${preparer}；签发：${signer}`,
    en: (preparer: string, signer: string) => `Prepared by ${preparer}, signed by ${signer}`,
  },
  opinionBox: { zh: (unit: string) => `${unit}意见`, en: (unit: string) => `Opinion of ${unit}` },
  numbers: { zh: '一二三四五六七八九十', en: '1234567890' },
  heading: { zh: (no: string, text: string) => `${no}、${text}`, en: (no: string, text: string) => `${no}. ${text}` },
  park: { zh: '试点园区', en: 'Pilot park' },
  county: { zh: '县（市、区）', en: 'County' },
  award: { zh: '激励资金（元）', en: 'Award (CNY)' },
  versionAt: { zh: (no: number) => `第${no}版　`, en: (no: number) => `Version ${no} · ` },
  issuedAs: {
    zh: (no: number, at: string, code: string) => `第${no}次出具　${at}　验证码 ${code}　`,
    en: (no: number, at: string, code: string) => `issue ${no} · ${at} (UTC+8) · code ${code} · `,
  },
  verifyAt: {
    zh: (address: string) => `核验网址 ${address}`,
    en: (address: string) => `verify it at ${address}`,
  },
  verifyInWords: {
    zh: '在本系统登录页点“核验正式文本”核验',
    en: 'verify it under “Verify a paper” on the sign-in page',
  },
  noLonger: { zh: '旧件（已被替代或撤回，不再有效）', en: 'OLD (replaced or taken back, no longer in force)' },
  noCode: { zh: '未出具，无验证码', en: 'Not issued, no code to verify' },
} as const satisfies Words
