import { scan } from './scan.ts'
import { type Finding, findAll, isCode, isTest, type SourceFile } from './tree.ts'

/** What an obligation of an edition says about its course; `due`, `passOn` and the texts are anybody's to read. */
const properties = 'opinions|order|locksAfterDays|by|records|signed'

/** The rules of the course, the check and the print of an edition, and the one place that counts days to a lock. */
const readers = /^src\/policy\/(?:filings\/|editions\/|calendar\/deadlines\.ts$)/

const reads = [
  // rule.opinions, duty.rule.by, obligationOf(edition, 'plan').records
  new RegExp(String.raw`\b(?:\w*[rR]ule|obligation)\??\.(${properties})\b`),
  new RegExp(String.raw`\bobligationOf\([^()]*(?:\([^()]*\)[^()]*)*\)\.(${properties})\b`),
  // const { opinions } = rule, const { records } = obligationOf(…)
  new RegExp(
    String.raw`\{[^{}=]*\b(${properties})\b[^{}=]*\}\s*=\s*(?:[\w.]*\b\w*[rR]ule\b(?!\s*[.(])|obligationOf\()`,
  ),
  // ({ by }: ObligationRule), ({ rule: { order } })
  new RegExp(String.raw`\{[^{}=]*\b(${properties})\b[^{}=]*\}\s*:\s*(?:Pick<)?ObligationRule\b`),
  new RegExp(String.raw`\brule:\s*\{[^{}=]*\b(${properties})\b`),
]

/** An obligation is asked through the functions of the course, so that the act, the screen, the inbox and the paper say the same. */
export function obligationsReadInOnePlace(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((f) => isCode(f) && f.path.startsWith('src/') && !isTest(f.path) && !readers.test(f.path))
    .flatMap((f) => {
      const { bare } = scan(f.text)
      const found = reads.flatMap((pattern) =>
        findAll(f, bare, pattern, (match) => `reads \`${match[1]}\` of an obligation; ask policy/filings/ instead`),
      )
      return found.sort((a, b) => a.line - b.line)
    })
}
