import { citation } from './citations.ts'
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

/** Where clauses are rows: the editions' own data, and the guide that words and orders them. */
const rowsOfClauses = /^src\/(?:policy\/(?:editions\/data|guide)\/|features\/oversight\/guide\/words\.ts$)/

/** Who takes a clause by its oldest number and tells it by that of the edition: the look-up, a plan's gaps, the inbox's tasks. */
const lookedUp = /\b(?:clauseIn|error|warning|tasksAbout)\([^\n]*$/

/** A clause that some edition gives another number is never told as it stands in the code. */
export function renumberedClausesLookedUp(files: readonly SourceFile[]): Finding[] {
  const renumbered = new Set(files.filter((f) => rowsOfClauses.test(f.path)).flatMap(renumberedIn))
  return files
    .filter((f) => isCode(f) && f.path.startsWith('src/') && !isTest(f.path) && !rowsOfClauses.test(f.path))
    .flatMap((f) => {
      const { code } = scan(f.text)
      return findAll(f, code, citation, ({ 0: clause, index }) => {
        if (!renumbered.has(clause) || lookedUp.test(code.slice(0, index))) return null
        return `tells ${clause}, which has another number in a later edition; ask clauseIn or the edition's row`
      })
    })
}

function renumberedIn({ module }: SourceFile): string[] {
  return Object.values(module ?? {}).flatMap((one) => {
    const { carriedOver } = (one ?? {}) as { carriedOver?: { renumbered?: object } | null }
    return Object.keys(carriedOver?.renumbered ?? {})
  })
}
