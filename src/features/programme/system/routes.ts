import { type Endpoint, plain } from '../../../platform/command.ts'
import { HttpError } from '../../../platform/errors.ts'
import type { Health, Trouble } from '../../../platform/health.ts'
import { openApi } from '../../../platform/openapi.ts'
import type { Route } from '../../../shared/route.ts'
import type { Text } from '../../../shared/words.ts'
import * as contract from './contract.ts'

export type About = { readonly version: string; readonly database: { kind: 'embedded' | 'external'; version: string } }

/** What the product says of itself. Nothing of it waits behind the work of people. */
export function systemRoutes(about: About, others: readonly Route[], look: () => Promise<Health>): Endpoint[] {
  const own = [contract.alive, contract.ready, contract.health, contract.describeApi]
  const document = openApi([...others, ...own], about.version)
  return [
    plain(contract.alive, async () => ({ status: 'alive' as const })),
    plain(contract.ready, async () => {
      const { status, because } = await look()
      if (status !== 'not-ready') return { status: 'ready' as const }
      const { zh, en } = troubleTexts[because[0] ?? 'database']
      throw new HttpError(503, 'common.not-ready', { zh, en })
    }),
    plain(contract.health, async () => {
      const { status, because } = await look()
      return { status, because: because.map((trouble) => ({ trouble, ...troubleTexts[trouble] })), ...about }
    }),
    plain(contract.describeApi, async () => document as { openapi: string }),
  ]
}

const troubleTexts: Readonly<Record<Trouble, Text>> = {
  database: {
    zh: '连接不上数据库，或数据库未及时应答',
    en: 'The database cannot be reached, or did not answer in time',
  },
  disk: { zh: '存放文件的磁盘剩余空间不足 1 GB', en: 'Less than 1 GB is free on the disk that holds the files' },
  files: {
    zh: '有已存文件损坏或丢失，或文件存储没有应答',
    en: 'A stored file is damaged or missing, or the store of files does not answer',
  },
  jobs: {
    zh: '后台任务有失败，或等待超过 15 分钟',
    en: 'A background job has failed, or has waited for more than 15 minutes',
  },
  stopping: { zh: '本进程正在停止', en: 'This process is about to end' },
  clock: {
    zh: '服务器时钟与数据库时钟不一致，或时钟曾被调回',
    en: 'The clocks of server and database disagree, or the clock was put back',
  },
}
