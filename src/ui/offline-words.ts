import type { Words } from '../shared/words.ts'

/** What is said where the line is broken. */
export const offlineWords = {
  offlinePage: { zh: '暂不能打开', en: 'Cannot be opened now' },
  screenMissing: {
    zh: '离线，暂不能打开该页。已填写的内容保存在本机。',
    en: 'You are offline, so this page cannot be opened now. What you typed is kept on this device.',
  },
  signOutTitle: { zh: '退出登录？', en: 'Sign out?' },
  signOutWaiting: {
    zh: (n: number) =>
      `本机还有 ${n} 项待发送。退出后它们仍保存在本机，等您在这台设备上再次登录后发送；其他人登录不会发送，也看不到。`,
    en: (n: number) =>
      `${n === 1 ? '1 item waits' : `${n} items wait`} on this device. They stay here and are sent when you sign in again on this device; nobody else who signs in sends or sees them.`,
  },
  signOutFailed: {
    zh: '未能退出：无法连接服务器，请联网后再退出。',
    en: 'Still signed in: the server cannot be reached. Sign out when there is a connection.',
  },
} as const satisfies Words
