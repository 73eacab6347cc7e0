import { importsOf } from './imports.ts'
import { inFeature, serverDoor } from './layout.ts'
import { scan } from './scan.ts'
import { type Finding, findAll, isCode, isTest, type SourceFile } from './tree.ts'

type Check = (files: readonly SourceFile[]) => Finding[]

const isProductCode = (path: string) => path.startsWith('src/') && !isTest(path)

export const clock: Check = (files) =>
  files
    .filter(
      (f) => isCode(f) && isProductCode(f.path) && /^src\/(?:policy\/|features\/[^/]+\/[^/]+\/(?!web\/))/.test(f.path),
    )
    .flatMap((f) => {
      const own =
        /\bDate\.now\s*\(|\bnew\s+Date\s*(?:\(\s*\)|(?![\w\s(]))|\brandomUUID\b|\bMath\.random\b|\bperformance\.now\b/
      return findAll(f, scan(f.text).bare, own, (match) => `takes a clock or an id for itself: ${match[0]}`)
    })

/** A feature that can open a connection or a transaction can forget the one it was given. */
export const handedTransaction: Check = (files) =>
  files
    .filter((f) => isCode(f) && isProductCode(f.path) && inFeature('(?!web/|found-)').test(f.path))
    .flatMap((f) => {
      const own = /\.transaction\s*\(|\bconnect\s*\(|\bDatabase\b(?=[^'"]*\bfrom\s*['"])|:\s*Database\b/
      return findAll(f, scan(f.text).bare, own, () => 'reaches for the database beside the transaction it is given')
    })

/** In `store.ts`, `views.ts`, `public.ts` and their like (`plan-store.ts`), whatever can reach the database begins with `tx`. */
export const transactionFirst: Check = (files) => {
  const findings = files
    .filter((f) => inFeature('(?:[a-z0-9-]+-)?(?:store|views|public)\\.ts$').test(f.path))
    .flatMap((f) => withoutTransaction(f, () => true))
  // What a door only passes on is looked at where it stands.
  for (const door of files.filter((f) => serverDoor.test(f.path))) {
    const { bare, code } = scan(door.text)
    for (const match of bare.matchAll(/\bexport\s*\{([^}]*)\}\s*from\s*'/g)) {
      const from = code.slice(match.index + match[0].length).split("'", 1)[0] ?? ''
      const path = door.path.replace('public.ts', from.replace('./', ''))
      if (/(?:store|views)\.ts$/.test(path)) continue
      const names = new Set((match[1] ?? '').split(',').map((name) => name.trim().split(/\s+as\s+/)[0]))
      for (const f of files) if (f.path === path) findings.push(...withoutTransaction(f, (name) => names.has(name)))
    }
  }
  return findings
}

function withoutTransaction(f: SourceFile, concerns: (name: string) => boolean): Finding[] {
  const { bare } = scan(f.text)
  const opening =
    /\bexport\s+(async\s+)?function\s*\*?\s*(\w+)\s*(?:<[^(]*>)?\(|\bexport\s+const\s+(\w+)[^=\n]*=\s*(async\s*)?(?:<[^(]*>)?\((?=[^()]*\)[^=\n]*=>)/
  return findAll(f, bare, opening, (match) => {
    const name = match[2] ?? match[3] ?? ''
    const start = match.index + match[0].length
    const signature = bare.slice(start, bodyOf(bare, start))
    const reaches = match[1] || match[4] || /\btx\b|\bPromise</.test(signature)
    return !concerns(name) || !reaches || /^\s*(?:tx|acting)\s*:/.test(signature)
      ? null
      : `${name} does not take \`tx\`, or the act that holds it, first`
  })
}

/** Where the parameter list that begins at `start` and the return type after it end. */
function bodyOf(bare: string, start: number): number {
  let depth = 1
  let at = start
  for (; at < bare.length && depth > 0; at++) {
    if (bare[at] === '(') depth++
    else if (bare[at] === ')') depth--
  }
  const brace = bare.slice(at).search(/\{|=>/)
  return brace < 0 ? at : at + brace
}

/**
 * Features ask the edition: a year, an edition's id, an indicator's code, a share of the award or the name of a cadence written
 * into one is a rule in the wrong place.
 */
export const editionKnowledge: Check = (files) =>
  files
    .filter((f) => isCode(f) && isProductCode(f.path) && f.path.startsWith('src/features/'))
    .flatMap((f) => {
      const { code } = scan(f.text)
      return findAll(
        f,
        code,
        /(['"`])(?:zj-20\d\d|(?:P|B|S|F)\d{1,2})\1|(?<![\w.-]|\b(?:min|max)\()20[23]\d(?![\w.-])|(?<![\w.])(?:30|50|70|80) ?%|季报|月报|半年报|每季度|中期绩效/,
        (match) => {
          return `knows something only an edition may know: ${match[0]}`
        },
      )
    })

const workbookWriters = /^src\/platform\/workbook\/(?:write|template|official-form|form-body|form-look)\.ts$/

/** Tests read back what the product has written; nothing that ships hands a file to exceljs to parse. */
export const workbookWriting: Check = (files) =>
  files
    .filter((f) => isCode(f) && !isTest(f.path) && /^(?:src|tools|bench|database)\//.test(f.path))
    .flatMap((f) => {
      const imports = importsOf(f).filter(({ kind, target }) => kind === 'npm' && target === 'exceljs')
      if (!workbookWriters.test(f.path))
        return imports.map(({ line }) => ({ path: f.path, line, says: 'imports exceljs: ask src/platform/workbook/' }))
      const reading = /\b(?:xlsx|csv)\s*\??\.\s*(?:load|read|readFile)\b|\bWorkbookReader\b/
      return findAll(f, scan(f.text).bare, reading, (match) => `reads with exceljs: ${match[0]}`)
    })
/** Tests beside the code do not ship, and may play the demo's people. */
export const noDemo: Check = (files) => {
  const source = files.find((f) => f.path === 'database/demo/password.ts')
  const password = /'([^']+)'/.exec(source ? scan(source.text).code : '')?.[1]
  return files
    .filter((f) => isCode(f) && isProductCode(f.path))
    .flatMap((f) => {
      const imports = importsOf(f)
        .filter(({ target }) => target.startsWith('database/'))
        .map(({ target, line }) => ({ path: f.path, line, says: `imports ${target}` }))
      const { code } = scan(f.text)
      const words = findAll(f, code, /drop\s+schema|demoPassword/i, ([word]) => `says ${word}`)
      const said = password ? findAll(f, f.text, new RegExp(escaped(password)), () => "says the demo's password") : []
      return [...imports, ...words, ...said]
    })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export const migrations: Check = (files) => {
  const names = files
    .map((f) => f.path)
    .filter((path) => path.startsWith('database/migrations/'))
    .sort()
  return names.flatMap((path, i) => {
    const number = String(i + 1).padStart(4, '0')
    const name = path.slice('database/migrations/'.length)
    if (new RegExp(`^${number}_[a-z0-9]+(?:[-_][a-z0-9]+)*\\.sql$`).test(name)) return []
    return [{ path, line: 1, says: `should be ${number}_<what-it-adds>.sql: numbered from 0001 without gaps or twins` }]
  })
}
