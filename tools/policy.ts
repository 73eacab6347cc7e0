import { parseArgs } from 'node:util'
import { printDiff } from '../src/policy/diff-editions.ts'
import { type Edition, editionList, findEdition } from '../src/policy/edition.ts'
import { printEdition } from '../src/policy/print-edition.ts'

const usage = [
  '用法 Usage:',
  '  npm run policy -- print zj-2023 [--en]           一版规则 the rules of an edition',
  '  npm run policy -- diff zj-2023 zj-2025 [--en]    两版之间的变化 what changed between two',
  `可用 Editions: ${editionList()
    .map((edition) => edition.id)
    .join(', ')}`,
].join('\n')

/** `npm run policy`: what it prints, or null where it was asked for something it does not know. */
export function policyText(args: readonly string[]): string | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { en: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const language = values.en ? 'en' : 'zh'
  const [task, ...ids] = positionals
  const editions = ids.map(findEdition).filter((edition): edition is Edition => edition !== null)
  const [first, second] = editions
  if (editions.length !== ids.length) return null
  if (task === 'print' && first && ids.length === 1) return printEdition(first, language)
  if (task === 'diff' && first && second && ids.length === 2) return printDiff(first, second, language)
  return null
}

if (import.meta.main) {
  let text: string | null = null
  try {
    text = policyText(process.argv.slice(2))
  } catch {
    // An option it does not know: said by the usage below.
  }
  if (text === null) process.exitCode = 2
  process.stdout.write(text ?? `${usage}\n`)
}
