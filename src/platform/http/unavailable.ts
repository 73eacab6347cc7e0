import type { Text } from '../../shared/words.ts'
import { FilesAway } from '../files/errors.ts'
import { NoTurn } from '../turns/turns.ts'

export type Unavailable = { readonly code: string; readonly text: Text }

const away: Unavailable = {
  code: 'common.database-away',
  text: {
    zh: '暂时连接不上数据库，请稍后重试；刚才的操作若已写入，重试不会重复写入',
    en: 'The database cannot be reached at the moment. Please try again; what was already written is not written twice.',
  },
}
const diskFull: Unavailable = {
  code: 'common.disk-full',
  text: {
    zh: '服务器磁盘空间已满，内容未写入，请联系系统管理员',
    en: 'The disk of the server is full; nothing was written. Please tell the system administrator.',
  },
}
const filesAway: Unavailable = {
  code: 'common.files-away',
  text: {
    zh: '暂时连接不上文件存储，文件未能打开或写入，请稍后重试',
    en: 'The store of files cannot be reached at the moment; nothing was opened or written. Please try again shortly.',
  },
}
const busy: Unavailable = {
  code: 'common.busy',
  text: {
    zh: '另一项操作正在处理同一内容，您的内容未写入，请稍后重试',
    en: 'Another operation is working on the same records; nothing of yours was written. Please try again shortly.',
  },
}
const crowded: Unavailable = {
  code: 'common.crowded',
  text: {
    zh: '当前请求过多，内容未写入，请稍后重试',
    en: 'There are too many requests at the moment; nothing was written. Please try again shortly.',
  },
}
const tooLong: Unavailable = {
  code: 'common.took-too-long',
  text: {
    zh: '处理时间过长，已停止，未写入任何内容；请缩小范围或稍后重试',
    en: 'This took too long and was stopped; nothing was written. Narrow it down, or try again later.',
  },
}

/** By SQLSTATE, or the system's own name of the error. */
const byCode: Readonly<Record<string, Unavailable>> = {
  // A database that is no longer, or not yet, the one that is written.
  '25006': away,
  '25P03': away,
  '53100': diskFull,
  '53300': away,
  '55P03': busy,
  '57014': tooLong,
  '57P01': away,
  '57P02': away,
  '57P03': away,
  EDQUOT: diskFull,
  ENOSPC: diskFull,
}

const lost = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']
const lostWhile = ['connect', 'read', 'write']

/** The driver gives these errors no code. */
const saidByDriver =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect|Query read timeout)/

/** What the machine cannot do at the moment and may do later (503); null for anything else. */
export function unavailable(error: unknown): Unavailable | null {
  if (!(error instanceof Error)) return null
  if (error instanceof NoTurn) return crowded
  if (error instanceof FilesAway) return filesAway
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException
  if (byCode[code]) return byCode[code]
  // Class 08: connection exceptions.
  if (/^08[0-9A-Z]{3}$/.test(code) || saidByDriver.test(error.message)) return away
  return lost.includes(code) && lostWhile.includes(syscall) && error.message !== 'aborted' ? away : null
}
