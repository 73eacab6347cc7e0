import type { Text } from '../../shared/words.ts'

/** What a session has to do before anything else, and the answer to whoever asks for something else. */
export const dues = {
  password: { zh: '请先修改密码，再继续操作。', en: 'Change your password first, then go on.' },
} as const satisfies Record<string, Text>
export type Due = keyof typeof dues

/** What a session is told that asks for something else first. */
export function whyDue(due: string): Text {
  return isDue(due) ? dues[due] : dues.password
}

export function isDue(text: string): text is Due {
  return Object.hasOwn(dues, text)
}
