import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const sql = 'select pg_sleep(60)'

/**
 * A backend in the middle of a statement, which the database itself confirms before this answers. `end` tells how the
 * statement came out.
 */
export async function busyBackend(connectionString: string) {
  const [worker, observer] = [new pg.Client(connectionString), new pg.Client(connectionString)]
  for (const client of [worker, observer]) {
    client.on('error', () => undefined)
    await client.connect()
  }
  const { rows } = await worker.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid ?? 0
  const end: Promise<'finished' | 'lost'> = worker.query(sql).then(
    () => 'finished',
    () => 'lost',
  )
  const busy = "select from pg_stat_activity where pid = $1 and state = 'active' and query = $2"
  for (let attempt = 0; (await observer.query(busy, [pid, sql])).rowCount !== 1; attempt++) {
    if (attempt === 1_000) throw new Error(`backend ${pid} is not at "${sql}"`)
    await sleep(10)
  }
  await observer.end()
  void end.then(() => worker.end().catch(() => undefined))
  return { pid, sql, end }
}
