import type { Text } from '../../shared/words.ts'

/** Why the database could not be started: one sentence in each language, fit for an operator's console. */
export class DatabaseUnavailable extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(`${text.zh}\n${text.en}`)
    this.name = 'DatabaseUnavailable'
    this.text = text
  }
}

export const words = {
  tooOld: (version: string): Text => ({
    zh: `DATABASE_URL 指向的 PostgreSQL 版本为 ${version}，本系统需要 15 或更高版本。`,
    en: `The PostgreSQL behind DATABASE_URL is version ${version}; version 15 or later is needed.`,
  }),
  notUtf8: (encoding: string): Text => ({
    zh: `DATABASE_URL 指向的数据库编码为 ${encoding}，本系统需要 UTF8；请另建数据库：create database … template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'。`,
    en: `The database behind DATABASE_URL is encoded in ${encoding}; UTF8 is needed. Make another one: create database … template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'.`,
  }),
  noLetters: (characterType: string): Text => ({
    zh: `DATABASE_URL 指向的数据库 LC_CTYPE 为 ${characterType}，不识别汉字，按相似度查找名称不可用；数据库建立后无法更改，请在录入数据前改用 lc_ctype 为 C.UTF-8 或 zh_CN.UTF-8 的数据库。`,
    en: `The database behind DATABASE_URL has LC_CTYPE ${characterType}, which knows no Chinese letter, so names cannot be searched by similarity. This cannot be changed later: before entering data, use a database with lc_ctype C.UTF-8 or zh_CN.UTF-8.`,
  }),
  unreachable: (address: string, reason: string): Text => ({
    zh: `无法连接 DATABASE_URL 指向的数据库 ${address}：${reason}。`,
    en: `The database at ${address} named by DATABASE_URL cannot be reached: ${reason}.`,
  }),
  badAddress: (): Text => ({
    zh: 'DATABASE_URL 不是有效的地址，应形如 postgres://用户：口令@主机:5432/数据库。',
    en: 'DATABASE_URL is not a valid address; it should look like postgres://user:password@host:5432/database.',
  }),
  badServerAddress: (account: string): Text => ({
    zh: `DATABASE_SERVER_URL 不是有效的地址，应形如 postgres://${account}：口令@主机:5432/数据库。`,
    en: `DATABASE_SERVER_URL is not a valid address; it should look like postgres://${account}:password@host:5432/database.`,
  }),
  passwordElsewhere: (file: string): Text => ({
    zh: `数据库中服务器账号的口令由另一个数据目录保存；请将其中的 database-password 复制为 ${file}，或设置 DATABASE_SERVER_URL。`,
    en: `The password of the server's account in the database is kept in another data folder; copy its database-password to ${file}, or set DATABASE_SERVER_URL.`,
  }),
  accountsShutOut: (accounts: string): Text => ({
    zh: `数据库不允许账号 ${accounts} 从本机登录；请在其 pg_hba.conf 中放行。`,
    en: `The database does not let the accounts ${accounts} log in from here; allow them in its pg_hba.conf.`,
  }),
  mayMakeNoAccounts: (accounts: readonly string[]): Text => ({
    zh: `DATABASE_URL 的账号不能建立服务器账号；请由数据库管理员执行 ${statementsFor(accounts)}，并设置 DATABASE_SERVER_URL。`,
    en: `The account of DATABASE_URL may not make the accounts of the server; let an administrator of the database run ${statementsFor(accounts)}, and set DATABASE_SERVER_URL.`,
  }),
  isSomebodyElse: (account: string): Text => ({
    zh: `服务器在数据库中应以账号 ${account} 工作，该账号不得拥有任何对象、特权或成员身份；请撤销后重新启动。`,
    en: `The server works in the database as the account ${account}, which may own nothing, have no privileges and be a member of nothing; take these away and start again.`,
  }),
  alreadyRunning: (dataDir: string, pid: number): Text => ({
    zh: `数据目录 ${dataDir} 正由另一个运行中的系统（进程 ${pid}）使用，请先停止它，或用 DATA_DIR 指定另一个目录。`,
    en: `The data folder ${dataDir} is in use by another running instance (process ${pid}); stop it first, or choose another folder with DATA_DIR.`,
  }),
  noBinaries: (platform: string): Text => ({
    zh: `没有适用于 ${platform} 的内置 PostgreSQL，请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的数据库。`,
    en: `There is no embedded PostgreSQL for ${platform}; name a PostgreSQL 15 or later with DATABASE_URL.`,
  }),
  noAccount: (dataDir: string, reason: string): Text => ({
    zh: `PostgreSQL 不能以 root 运行，而此处也找不到可读写 ${dataDir} 的普通账号（${reason}）；请以普通用户启动，或将 DATA_DIR 设在普通用户可进入的目录，或设置 DATABASE_URL。`,
    en: `PostgreSQL refuses to run as root and no ordinary account can use ${dataDir} here (${reason}); start as an ordinary user, set DATA_DIR to a folder such a user can enter, or set DATABASE_URL.`,
  }),
  notWritable: (dataDir: string, reason: string): Text => ({
    zh: `数据目录 ${dataDir} 不可写（${reason}）。`,
    en: `The data folder ${dataDir} cannot be written (${reason}).`,
  }),
  otherOwner: (folder: string): Text => ({
    zh: `数据库目录 ${folder} 属于另一个系统用户，请以该用户启动。`,
    en: `The database folder ${folder} belongs to another system user; start as that user.`,
  }),
  wrongMajor: (folder: string, found: string, needed: string): Text => ({
    zh: `数据库目录 ${folder} 由 PostgreSQL ${found} 建立，而内置版本为 ${needed}；请先用 ${found} 导出，再导入新目录。`,
    en: `The database folder ${folder} was made by PostgreSQL ${found}, the embedded one is ${needed}; dump it with ${found} and restore it into a new folder.`,
  }),
  initFailed: (reason: string): Text => ({
    zh: `内置 PostgreSQL 初始化失败：${reason}`,
    en: `The embedded PostgreSQL could not be initialised: ${reason}`,
  }),
  noCharacterType: (characterType: string): Text => ({
    zh: `本机不提供字符类型 ${characterType}：新建的数据库不识别汉字，按相似度查找名称不可用。`,
    en: `This system does not provide the character type ${characterType}: the new database knows no Chinese letter, so names cannot be searched by similarity.`,
  }),
  olderSchema: (): Text => ({
    zh: '数据库由更早的开发版建立，其表结构不能升级到本版本；请换用新的 DATA_DIR 或新的数据库。',
    en: 'The database was made by an earlier development version, whose schema cannot be upgraded; use a new DATA_DIR or a new database.',
  }),
  startFailed: (logFile: string, reason: string): Text => ({
    zh: `内置 PostgreSQL 启动失败（日志：${logFile}）：${reason}`,
    en: `The embedded PostgreSQL did not start (log: ${logFile}): ${reason}`,
  }),
  notStopped: (pid: number): Text => ({
    zh: `上次遗留的数据库进程 ${pid} 无法停止，请手动结束后重试。`,
    en: `The database process ${pid} left from an earlier run cannot be stopped; end it and try again.`,
  }),
  recovering: (): Text => ({
    zh: '数据库上次未正常停止，正在恢复……',
    en: 'The database was not stopped cleanly last time; recovering …',
  }),
  initialising: (): Text => ({
    zh: '首次启动，正在建立数据库……',
    en: 'First start; making the database …',
  }),
  restarted: (): Text => ({
    zh: '数据库进程意外退出，已重新启动。',
    en: 'The database process ended unexpectedly and was started again.',
  }),
} as const

function statementsFor(accounts: readonly string[]): string {
  return accounts.map((name) => `create role ${name} login noinherit password '…'`).join('; ')
}
