import { preparing } from '../../../policy/people/two-persons.ts'
import type { Words } from '../../../shared/words.ts'

/** What is said about acts that one person prepares and another signs. */
export const words = {
  waits: { zh: (act: string) => `${act} · 待签发`, en: (act: string) => `Waits for a signature: ${act}` },
  preparedBy: { zh: (name: string) => `拟定：${name}`, en: (name: string) => `Prepared by ${name}` },
  signedBy: {
    zh: (preparer: string, signer: string) => `${preparer} 拟定，${signer} 签发`,
    en: (preparer: string, signer: string) => `prepared by ${preparer}, signed by ${signer}`,
  },
  prepareNote: {
    zh: '本部门此事项须两人办理：您拟定后，由负责人签发才生效；签发时重新核对全部条件。',
    en: 'This takes two persons of the bureau: you prepare it, and it takes effect when its leader signs; every condition is checked again then.',
  },
  preparing,
  prepare: { zh: '拟定，送签发', en: 'Prepare for signature' },
  prepared: { zh: '已拟定，待签发', en: 'Prepared; the signature is awaited' },
  refusedNow: { zh: '情况已有变化，现在不能签发：', en: 'The facts have changed; it cannot be signed now:' },
  sign: { zh: '签发', en: 'Sign' },
  signTitle: { zh: (act: string) => `签发${act}`, en: (act: string) => `Sign the ${act}` },
  signNote: {
    zh: '签发后立即生效，并再次核对全部条件。',
    en: 'It takes effect at once; every condition is checked once more.',
  },
  signed: { zh: '已签发', en: 'Signed' },
  sendBack: { zh: '退回', en: 'Send back' },
  sendBackTitle: { zh: '退回拟定内容', en: 'Send back what was prepared' },
  takeBack: { zh: '撤回拟定', en: 'Take it back' },
  takeBackTitle: { zh: '撤回拟定内容', en: 'Take back what was prepared' },
  discardNote: {
    zh: '拟定内容不生效，可重新拟定；理由留在记录中。',
    en: 'What was prepared has no effect and can be prepared anew; the reason stays on record.',
  },
  discarded: { zh: '已退出签发', en: 'It waits no longer' },
} as const satisfies Words
