import type { Words } from '../shared/words.ts'

/** Signing in, again too, and the ways there. */
export const signInWords = {
  signInAgain: { zh: '登录已失效，请重新登录', en: 'Your session has ended. Please sign in again' },
  signInAgainHint: {
    zh: '登录后继续当前操作，已填写的内容不会丢失。',
    en: 'You will go on where you were; nothing you typed is lost.',
  },
  accountName: { zh: '账号', en: 'Account' },
  accountNameRequired: { zh: '请输入账号', en: 'Enter your account' },
  password: { zh: '密码', en: 'Password' },
  passwordRequired: { zh: '请输入密码', en: 'Enter your password' },
  showPassword: { zh: '显示', en: 'Show' },
  signIn: { zh: '登录', en: 'Sign in' },
} as const satisfies Words
