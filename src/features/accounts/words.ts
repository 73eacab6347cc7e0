import type { Words } from '../../shared/words.ts'

export const words = {
  product: { zh: '园企通', en: 'Yuanqitong' },
  programme: { zh: '小微企业园服务管理平台', en: 'Services and funds of small-enterprise parks' },
  signInTitle: { zh: '登录', en: 'Sign in' },
  forgot: {
    zh: '忘记密码或需要开通账号，请联系本单位系统管理员。',
    en: 'Forgotten your password, or no account yet? Ask your system administrator.',
  },
} as const satisfies Words
