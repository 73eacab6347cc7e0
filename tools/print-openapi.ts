import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endpoints } from '../src/app.ts'
import * as system from '../src/features/programme/system/contract.ts'
import { openApi } from '../src/platform/openapi.ts'

/** `npm run openapi`: writes docs/openapi.json from the contracts. */
export function printOpenApi(): string {
  const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'))
  const routes = [...endpoints.map((endpoint) => endpoint.route), system.health, system.describeApi]
  return `${JSON.stringify(openApi(routes, version), null, 2)}\n`
}

export const openApiFile = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))

if (import.meta.main) writeFileSync(openApiFile, printOpenApi())
