import { lineAt, scan } from './scan.ts'
import { type Finding, isCode, isTest, type SourceFile } from './tree.ts'

const statementWords = /^\s*(?:select|insert|update|delete|with|merge|values)\b/i

/**
 * A whole statement whose row type is only claimed: `sql<Row>` before its text, or before any text that is executed at once.
 * A typed expression inside a query builder, a subquery in parentheses and a statement whose rows nobody reads are none.
 */
export function declaredRows(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((f) => isCode(f) && !isTest(f.path) && /^src\/(?:features|platform)\//.test(f.path))
    .flatMap((f) => {
      const { comments } = scan(f.text)
      const findings: Finding[] = []
      for (const match of f.text.matchAll(/\bsql(?:\.raw)?\s*<[^`()]*>\s*[`(]|\bexecuteQuery\s*</g)) {
        if (comments[match.index]?.trim()) continue
        const start = match.index + match[0].length
        const end = match[0].endsWith('`') ? endOfTemplate(f.text, start) : start
        const claimed =
          match[0].startsWith('executeQuery') ||
          statementWords.test(f.text.slice(start).replace(/^['"`]/, '')) ||
          /^\s*\.execute\(/.test(f.text.slice(end))
        const line = lineAt(f.text, match.index)
        if (claimed)
          findings.push({ path: f.path, line, says: 'claims the type of its rows: declare it with statement()' })
      }
      return findings
    })
}

/** The position after the backtick that ends a template, whatever templates stand inside its substitutions. */
function endOfTemplate(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== '`') {
    if (text[at] === '\\') at += 2
    else if (text.startsWith('${', at)) at = endOfSubstitution(text, at + 2)
    else at++
  }
  return at + 1
}

function endOfSubstitution(text: string, start: number): number {
  let at = start
  for (let depth = 1; at < text.length && depth > 0; ) {
    if (text[at] === '`') at = endOfTemplate(text, at + 1)
    else {
      if (text[at] === '{') depth++
      if (text[at] === '}') depth--
      at++
    }
  }
  return at
}
