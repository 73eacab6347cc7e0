import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { dumpSchema, generateTypes, schemaFile, typesFile } from '../../tools/dump-schema.ts'
import { accessMatrixFile, printAccessMatrix } from '../../tools/print-access-matrix.ts'
import { citationsFile, printCitations } from '../../tools/print-citations.ts'
import { openApiFile, printOpenApi } from '../../tools/print-openapi.ts'
import { personalDataFile, printPersonalData } from '../../tools/print-personal-data.ts'
import { schemaDatabase } from '../support/template.ts'

const template = () => ({ ...inject('postgres'), database: schemaDatabase })

test('database/schema.sql is what the migrations lead to; else: npm run schema', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await dumpSchema(template()))
})

test('the row types are those of the migrated database; else: npm run schema', async () => {
  const { host, port, user, password, database } = template()
  const folder = mkdtempSync(join(tmpdir(), 'yqt-types-'))
  const account = password ? `${user}:${encodeURIComponent(password)}` : user
  const address = host.startsWith('/')
    ? `localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${host}:${port}/${database}`
  try {
    await generateTypes(`postgresql://${account}@${address}`, join(folder, 'types.ts'))
    expect(readFileSync(typesFile, 'utf8')).toBe(readFileSync(join(folder, 'types.ts'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('docs/openapi.json is printed from the contracts; else: npm run openapi', () => {
  expect(readFileSync(openApiFile, 'utf8')).toBe(printOpenApi())
})

test('src/policy/guide/citations.ts is printed from the sources; else: npm run citations', () => {
  expect(readFileSync(citationsFile, 'utf8')).toBe(printCitations())
})

test('docs/personal-data.md is printed from what is listed; else: npm run personal-data', () => {
  expect(readFileSync(personalDataFile, 'utf8')).toBe(printPersonalData())
})

test('docs/access-matrix.md is printed from routes and roles; else: npm run access-matrix', () => {
  expect(readFileSync(accessMatrixFile, 'utf8')).toBe(printAccessMatrix())
})
