import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clauses } from '../src/policy/guide/clauses.ts'
import { citationsOf } from '../tests/architecture/citations.ts'
import { readTexts } from '../tests/architecture/tree.ts'

const head = `// Printed from the sources by \`npm run citations\`, not written by hand.
import type { Clause } from './clauses.ts'

/** Which rules and tests cite a clause, by the paths of their files; \`breaking\`: tests that assert a refusal by it. */
export type Citations = {
  readonly rules: readonly string[]
  readonly tests: readonly string[]
  readonly breaking: readonly string[]
}

`

/** `npm run citations`: writes src/policy/guide/citations.ts. */
export function printCitations(): string {
  const found = citationsOf(readTexts())
  const list = (paths: readonly string[]) => `[${paths.map((path) => `'${path}'`).join(', ')}]`
  const rows = Object.keys(clauses).map((id) => {
    const { rules, tests, breaking } = found.get(id) ?? { rules: [], tests: [], breaking: [] }
    return `  '${id}': { rules: ${list(rules)}, tests: ${list(tests)}, breaking: ${list(breaking)} },`
  })
  return `${head}export const citations: Readonly<Record<Clause, Citations>> = {\n${rows.join('\n')}\n}\n`
}

export const citationsFile = fileURLToPath(new URL('../src/policy/guide/citations.ts', import.meta.url))

if (import.meta.main) writeFileSync(citationsFile, printCitations())
