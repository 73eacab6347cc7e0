import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { DatabaseUnavailable, words } from './words.ts'

/** What the server works as, and what its queue of jobs does. Neither owns anything, nor is a member of anything. */
export const serverAccount = 'yuanqitong_app'
export const jobsAccount = 'yuanqitong_jobs'
const accounts = [serverAccount, jobsAccount] as const
type Account = (typeof accounts)[number]

/** The same database under another account; `password`: null where none is asked for. */
export function accountAt(owner: pg.PoolConfig, user: Account, password: string | null = null): pg.PoolConfig {
  if (!owner.connectionString) return { ...owner, user, password: password ?? '' }
  const address = new URL(owner.connectionString)
  address.username = user
  address.password = encodeURIComponent(password ?? '')
  return { ...owner, connectionString: address.href }
}

const notAllowed = '42501'

/** Makes the accounts where they are missing, and lets them in. `client`: an owner that may make roles. */
export async function makeAccounts(client: pg.Client, password: string | null): Promise<void> {
  for (const name of accounts) {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [name])
    if (rows.length === 0) await client.query(`create role ${name} nologin noinherit`)
    const secret = password === null ? '' : ` password ${pg.escapeLiteral(password)}`
    await client.query(`alter role ${name} login noinherit${secret}`)
    // One connection of an account sees what the others ask, and so the secrets that a session is entered with.
    await client.query(`alter role ${name} set track_activities = off`).catch((error: { code?: string }) => {
      if (error.code !== notAllowed) throw error
    })
    if (password !== null) await client.query(`comment on role ${name} is ${pg.escapeLiteral(hasPassword)}`)
  }
}

/** Stands on the accounts once they were given a password, so that another start does not give them a second one. */
const hasPassword = 'yuanqitong: password given'

/**
 * The password of both accounts in a PostgreSQL that is not ours: that of `serverUrl`, or one that is made at the first start and kept
 * in the data folder; null where the accounts come in without. @throws DatabaseUnavailable with what to do.
 */
export async function openAccounts(
  owner: pg.PoolConfig,
  dataDir: string,
  serverUrl: string | undefined,
): Promise<string | null> {
  const file = join(dataDir, 'database-password')
  const known = serverUrl === undefined ? readPassword(file) : passwordIn(serverUrl)
  if (await comeIn(owner, known)) return known
  const client = new pg.Client(owner)
  await client.connect()
  try {
    // Of several first starts on one database the others wait here, and find what the first has made.
    await client.query(`select pg_advisory_lock(hashtext('${serverAccount}'))`)
    if (await comeIn(owner, known)) return known
    const asked = `select from pg_roles where rolname = $1 and shobj_description(oid, 'pg_authid') = $2`
    const { rows } = await client.query(asked, [serverAccount, hasPassword])
    if (known === null && rows.length > 0) throw new DatabaseUnavailable(words.passwordElsewhere(file))
    const password = known ?? randomBytes(24).toString('base64url')
    if (known === null) {
      mkdirSync(dataDir, { recursive: true, mode: 0o711 })
      writeFileSync(file, password, { mode: 0o600, flag: 'wx' })
    }
    await makeAccounts(client, password)
    if (await comeIn(owner, password)) return password
    throw new DatabaseUnavailable(words.accountsShutOut(accounts.join('、')))
  } catch (error) {
    if ((error as { code?: string }).code !== notAllowed) throw error
    throw new DatabaseUnavailable(words.mayMakeNoAccounts(accounts))
  } finally {
    await client.end()
  }
}

function passwordIn(serverUrl: string): string {
  const url = URL.parse(serverUrl)
  if (url?.username !== serverAccount) throw new DatabaseUnavailable(words.badServerAddress(serverAccount))
  return decodeURIComponent(url.password)
}

function readPassword(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

async function comeIn(owner: pg.PoolConfig, password: string | null): Promise<boolean> {
  for (const name of accounts) {
    const client = new pg.Client(accountAt(owner, name, password))
    // One that is shut out says so in the attempt itself.
    client.on('error', () => undefined)
    const entered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (!entered) return false
  }
  return true
}

const about = `
select session_user = current_user and r.rolname = $1 and not (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
       and not exists (select from pg_auth_members m where m.member = r.oid)
       and not exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as "isNobodyElse"
  from pg_roles r where r.rolname = session_user`

/** @throws DatabaseUnavailable where the server would serve as somebody who owns something, or could become somebody else. */
export async function requireNobodyElse(server: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    const { rows } = await client.query<{ isNobodyElse: boolean }>(about, [serverAccount])
    if (!rows[0]?.isNobodyElse) throw new DatabaseUnavailable(words.isSomebodyElse(serverAccount))
  } finally {
    await client.end()
  }
}
