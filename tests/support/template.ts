import pg from 'pg'
import { demoPassword } from '../../database/demo/password.ts'
import {
  administratorName,
  administratorNames,
  foundAdministrators,
} from '../../src/features/programme/accounts/found-administrators.ts'
import { foundCalendar } from '../../src/features/programme/rest-days/found-calendar.ts'
import { foundProgramme } from '../../src/features/programme/units/found-programme.ts'
import { passwordsBy } from '../../src/opening.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { uuidv7 } from '../../src/platform/ids.ts'

export const templateDatabase = 'yqt_template'
/** The same for tests that read the schema: a database that somebody is connected to cannot be cloned. */
export const schemaDatabase = `${templateDatabase}_schema`
export { administratorName, administratorNames, demoPassword as testPassword }
export const securityName = administratorNames['security-admin']
export const auditorName = administratorNames['audit-admin']

const founded = new Date('2026-03-01T08:00:00+08:00')

/** Makes the database that every test file's world is cloned from: migrated, with the divisions and one administrator. */
export async function prepareTemplate(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // What a killed run has prepared for its worlds is as old as its template.
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      templateDatabase,
    ])
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
    await client.query(`create database ${templateDatabase}`)
  } finally {
    await client.end()
  }
  const template = { ...connection, database: templateDatabase }
  await migrate(template)
  const database = connect(template, { max: 1 })
  const newId = () => uuidv7(founded)
  await foundProgramme(database, newId)
  await foundCalendar(database, newId, founded)
  const passwords = passwordsBy(() => demoPassword)
  await foundAdministrators(database, { passwords, isGiven: false, newId, now: founded })
  await database.destroy()
  const owner = new pg.Client(connection)
  await owner.connect()
  try {
    await owner.query(`create database ${schemaDatabase} template ${templateDatabase}`)
    // A test that connects to the template would make another one fail at some other time: it fails itself, at once.
    await owner.query(`alter database ${templateDatabase} with allow_connections false`)
  } finally {
    await owner.end()
  }
}
