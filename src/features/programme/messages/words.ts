import type { Words } from '../../../shared/words.ts'

/** Telephones that exist in the demo alone. */
export const words = {
  title: { zh: '模拟手机', en: 'Simulated telephones' },
  note: {
    zh: '演示环境没有接通短信或钉钉，消息不会发出。任何人都能在此看到发给企业的消息；正式环境没有本页。',
    en: 'In the demo neither text messages nor DingTalk are connected, and nothing is sent. Anybody reads here what would have gone to enterprises; in production there is no such page.',
  },
  apart: {
    zh: '答复时请使用未登录本系统的浏览器（如无痕窗口），并代表企业作出。',
    en: 'Answer in a browser that is not signed in, such as a private window, and on behalf of the enterprise.',
  },
  none: { zh: '还没有消息。', en: 'Nothing has arrived.' },
  sms: { zh: '短信', en: 'Text message' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  open: { zh: '打开链接', en: 'Open the link' },
} as const satisfies Words
