import pg from 'pg'

export const templateDatabase = 'yqt_template'

/** Makes the database that every test file's world is cloned from. Called once per run, with the owner's connection. */
export async function prepareTemplate(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`drop database if exists ${templateDatabase} with (force)`)
    await client.query(`create database ${templateDatabase}`)
  } finally {
    await client.end()
  }
}
