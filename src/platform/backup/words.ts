import type { Text } from '../../shared/words.ts'

/** Why a backup could not be made or used: one sentence in each language, for an operator's console. */
export class BackupFailed extends Error {
  constructor({ zh, en }: Text) {
    super(`${zh}\n${en}`)
    this.name = 'BackupFailed'
  }
}

export const words = {
  toolMissing: (tool: string): Text => ({
    zh: `备份外部数据库需要 PostgreSQL 的 ${tool}，版本不低于服务器；请安装 postgresql-client。`,
    en: `A database behind DATABASE_URL is backed up with PostgreSQL's ${tool}, as new as its server; install postgresql-client.`,
  }),
  toolFailed: (tool: string, said: string): Text => ({ zh: `${tool} 失败：${said}`, en: `${tool} failed: ${said}` }),
  filesAway: {
    zh: '文件存储没有应答，请检查 S3 设置或稍后再试。',
    en: 'The store of files does not answer; check the S3 settings, or try again later.',
  } satisfies Text,
  noBackup: (folder: string): Text => ({
    zh: `${folder} 不是备份：没有可读的 manifest.json。`,
    en: `${folder} is no backup: it has no readable manifest.json.`,
  }),
  lost: (was: number, is: number): Text => ({
    zh: `备份少于数据库：操作记录 ${is} 条，开始备份时已有 ${was} 条。`,
    en: `The backup holds less than the database did: ${is} events, ${was} when it began.`,
  }),
  damaged: (paths: readonly string[]): Text => ({
    zh: `备份已损坏：${paths.join('、')}。`,
    en: `The backup is damaged: ${paths.join(', ')}.`,
  }),
  notEmpty: (place: string): Text => ({
    zh: `${place} 不是空的；请恢复到一个新的位置。`,
    en: `${place} is not empty; restore into a new place.`,
  }),
  otherKind: (kind: 'cluster' | 'dump'): Text =>
    kind === 'cluster'
      ? {
          zh: '这是内置数据库的备份，恢复时不设置 DATABASE_URL。',
          en: 'This is a backup of the embedded database; restore it without DATABASE_URL.',
        }
      : {
          zh: '这是外部数据库的备份，请将 DATABASE_URL 设为一个空数据库。',
          en: 'This is a backup of a database behind DATABASE_URL; set it to an empty one.',
        },
  otherMajor: (was: string, is: string): Text => ({
    zh: `备份来自 PostgreSQL ${was}，本程序带的是 ${is}。`,
    en: `The backup is of PostgreSQL ${was}; this program comes with ${is}.`,
  }),
}
