import { dirname, join } from 'node:path/posix'
import { scan } from './scan.ts'
import { type Finding, findAll, isCode, type SourceFile } from './tree.ts'

type Check = (files: readonly SourceFile[]) => Finding[]

const isDocument = (path: string) => path.endsWith('.md')
const decision = /^docs\/decisions\/[^/]+\.md$/

/** Links, and paths in backticks that begin at a folder we have, lead to something. */
export const documentsPointAtFiles: Check = (files) => {
  const paths = files.map((f) => f.path)
  const exists = (path: string) => paths.some((p) => p === path || p.startsWith(`${path.replace(/\/$/, '')}/`))
  return files
    .filter((f) => isDocument(f.path))
    .flatMap((f) => {
      const links = findAll(f, f.text, /\]\((?!https?:|#|mailto:)([^)#\s]+)/, (match) => {
        const target = join(dirname(f.path), match[1] ?? '')
        return exists(target) ? null : `links to ${target}, which is not there`
      })
      const named = /`((?:src\/)?(?:features|policy|platform|ui|shared|tests|docs|database|tools|bench)\/[\w./-]+)`/
      const mentions = findAll(f, f.text, named, (match) => {
        const path = match[1] ?? ''
        return exists(path) || exists(`src/${path}`) ? null : `speaks of ${path}, which is not there`
      })
      return [...links, ...mentions]
    })
}

/** Names in src/ avoid the words that the glossary puts in backticks in its last column. */
export const glossaryWords: Check = (files) => {
  const glossary = files.find((f) => f.path === 'docs/glossary.md')
  const banned = new Map<string, string>()
  for (const line of glossary?.text.split('\n') ?? []) {
    const [, chinese = '', , , never = ''] = line.split('|').map((cell) => cell.trim())
    for (const [, word = ''] of never.matchAll(/`([A-Za-z]+)`/g)) banned.set(word.toLowerCase(), chinese)
  }
  return files
    .filter((f) => f.path.startsWith('src/') && isCode(f))
    .flatMap((f) =>
      findAll(f, scan(f.text).bare, /[A-Za-z]+/, ([name]) => {
        const word = [name, ...name.split(/(?=[A-Z])/)].find((part) => banned.has(part.toLowerCase()))
        return word ? `says ${name}: see ${banned.get(word.toLowerCase())} in docs/glossary.md` : null
      }),
    )
}

const parts = ['Context', 'Options', 'Decision', 'Replaces', 'Consequences']

export const decisionsComplete: Check = (files) =>
  files
    .filter((f) => decision.test(f.path))
    .sort((a, b) => a.path.localeCompare(b.path))
    .flatMap((f, i) => {
      const findings: Finding[] = []
      const number = String(i + 1).padStart(4, '0')
      if (!f.path.startsWith(`docs/decisions/${number}-`))
        findings.push({ path: f.path, line: 1, says: `should carry number ${number}: numbered without gaps or twins` })
      if (!/^Date: \d{4}-\d{2}-\d{2}$/m.test(f.text)) findings.push({ path: f.path, line: 1, says: 'has no date' })
      for (const part of parts) {
        if (!new RegExp(`^## ${part}$`, 'm').test(f.text))
          findings.push({ path: f.path, line: 1, says: `has no part "${part}"` })
      }
      return findings
    })
