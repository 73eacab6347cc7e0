import type { Text } from '../../shared/words.ts'

/** How long a field is kept, and what ends it. */
export const keptFor = {
  accounting: {
    zh: '会计凭证所附，自会计年度终了后保存 30 年（会计档案管理办法）',
    en: 'with the accounting vouchers: 30 years from the end of the fiscal year',
  },
  record: {
    zh: '随试点档案保存，至末次绩效评价后 10 年，且审计未结束前不删除',
    en: 'with the records of the pilot: 10 years from its last evaluation, and never before an audit has ended',
  },
  account: {
    zh: '账号停用后仍随其办理的事项保存，期限同试点档案',
    en: 'with what the account has done, as long as the records of the pilot, after it is closed too',
  },
  password: {
    zh: '至更换密码时止',
    en: 'until the password is changed',
  },
  halfYear: {
    zh: '最后一次使用后 183 天，由系统自动删除',
    en: '183 days from its last use; then deleted by the system',
  },
  objection: { zh: '90 天，由系统自动删除', en: '90 days; then deleted by the system' },
  week: { zh: '7 天，由系统自动删除', en: '7 days; then deleted by the system' },
  session: { zh: '至退出登录或链接停用时止', en: 'until the session, or the address, is ended' },
} as const satisfies Record<string, Text>

/** What allows it: the Personal Information Protection Law, and the clause of the guide that asks for it. */
export const grounds = {
  duty: {
    zh: '履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）',
    en: 'needed for a statutory duty (Personal Information Protection Law, articles 13(1)(3) and 34)',
  },
  given: {
    zh: '本人在异议中自愿提供（个人信息保护法第十三条第一款第一项）',
    en: 'left by the person in an objection (Personal Information Protection Law, article 13(1)(1))',
  },
  security: {
    zh: '网络安全法规定的安全保护义务所必需（个人信息保护法第十三条第一款第三项）',
    en: 'needed for the duties of the Cybersecurity Law (Personal Information Protection Law, article 13(1)(3))',
  },
} as const satisfies Record<string, Text>
