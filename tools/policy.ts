import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { checkEdition } from '../src/policy/editions/check-edition.ts'
import { printDiff } from '../src/policy/editions/diff-editions.ts'
import { type Edition, editionList, findEdition } from '../src/policy/editions/edition.ts'
import { problemLine } from '../src/policy/editions/edition-problem.ts'
import { printEdition } from '../src/policy/editions/print-edition.ts'

const usage = [
  '用法 Usage:',
  '  npm run policy -- print zj-2023 [--en]           一版规则 the rules of an edition',
  '  npm run policy -- print ./draft.ts [--en]        文件中的各版规则 the editions that a file exports',
  '  npm run policy -- diff zj-2023 zj-2025 [--en]    两版之间的变化 what changed between two',
  `可用 Editions: ${editionList()
    .map((edition) => edition.id)
    .join(', ')}`,
].join('\n')

/** `npm run policy`: what it prints, or null where it was asked for something it does not know. */
export async function policyText(args: readonly string[]): Promise<string | null> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { en: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const language = values.en ? 'en' : 'zh'
  const [task, ...names] = positionals
  if (task === 'print' && names.length === 1) {
    const editions = await editionsNamed(names[0] ?? '')
    return editions.length > 0 ? editions.map((edition) => printChecked(edition, language)).join('\n') : null
  }
  const [first, second] = names.map(findEdition)
  if (task === 'diff' && first && second && names.length === 2) return printDiff(first, second, language)
  return null
}

/** The edition of that id, or every edition that a file of that path exports. @throws Error when the file cannot be loaded */
async function editionsNamed(name: string): Promise<Edition[]> {
  if (!/\.[cm]?[jt]s$/.test(name)) return [findEdition(name)].filter((edition) => edition !== null)
  const exported: unknown = await import(pathToFileURL(resolve(name)).href)
  return Object.values(exported as object).filter(isEdition)
}

function isEdition(value: unknown): value is Edition {
  return typeof value === 'object' && value !== null && 'obligations' in value && 'tranches' in value && 'id' in value
}

/** What keeps an edition from being used stands above its rules. */
function printChecked(edition: Edition, language: 'zh' | 'en'): string {
  const problems = checkEdition(edition).map((problem) => `! ${problemLine(problem)}`)
  return [...problems, printEdition(edition, language)].join('\n')
}

if (import.meta.main) {
  let text: string | null = null
  try {
    text = await policyText(process.argv.slice(2))
  } catch (error) {
    // An option it does not know, or a file that is none: said above the usage.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  }
  if (text === null) process.exitCode = 2
  process.stdout.write(text ?? `${usage}\n`)
}
