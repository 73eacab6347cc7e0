import { randomBytes } from 'node:crypto'
import type { PoolConfig } from 'pg'
import { administratorName, foundAdministrator } from './features/accounts/found-administrator.ts'
import type { About } from './features/system/routes.ts'
import { foundProgramme } from './features/units/found-programme.ts'
import { connect } from './platform/database/connect.ts'
import { uuidv7 } from './platform/ids.ts'

type Opening = {
  readonly connection: PoolConfig
  readonly filesDir: string
  readonly about: About
  readonly production: boolean
  readonly say: (line: string) => void
}

/** What an empty database begins with. Answers the lines that tell who can sign in. */
export async function openProgramme({ connection, production }: Opening): Promise<string[]> {
  const database = connect(connection, 1)
  try {
    const newId = () => uuidv7(new Date())
    await foundProgramme(database, newId)
    const password = production ? firstPassword() : demoPassword
    const isNew = await foundAdministrator(database, { password, newId, now: new Date() })
    return isNew && production ? [`管理员 Administrator  ${administratorName}  ${password}`] : []
  } finally {
    await database.destroy()
  }
}

/** The one password of every account of the demo; refused in production, where no demo is made. */
export const demoPassword = 'Yuanqitong-2026'

function firstPassword(): string {
  return `${randomBytes(12).toString('base64url')}-A1`
}
