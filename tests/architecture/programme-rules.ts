import { citation, citationsOf, worded } from './citations.ts'
import { contractFile } from './layout.ts'
import { lineAt, scan } from './scan.ts'
import { type Finding, findAll, isCode, isTest, lineOf, type SourceFile } from './tree.ts'

type Check = (files: readonly SourceFile[]) => Finding[]

const clausesPath = 'src/policy/guide/clauses.ts'
const rolesPath = 'src/policy/people/roles.ts'

export const modulesLoad: Check = (files) =>
  files.flatMap((f) => (f.broken ? [{ path: f.path, line: 1, says: `cannot be loaded: ${f.broken}` }] : []))

export const citedClausesExist: Check = (files) => {
  const known = clausesOf(files)
  return files
    .filter((f) => !worded.test(f.path) && (isCode(f) || /\.(?:sql|md)$/.test(f.path)))
    .flatMap((f) => {
      const part = isCode(f) ? join(scan(f.text).strings, scan(f.text).comments) : f.text
      return findAll(f, part, citation, (match) =>
        known.has(match[0]) ? null : `cites ${match[0]}, which is no clause`,
      )
    })
}

export const bindingClausesHeld: Check = (files) => {
  const clauses = files.find((f) => f.path === clausesPath)
  if (!clauses) return []
  const citations = citationsOf(files)
  const missing: Finding[] = []
  for (const [id, binding] of clausesOf(files)) {
    if (!binding) continue
    const { rules, breaking } = citations.get(id) ?? { rules: [], breaking: [] }
    const says = (text: string) =>
      missing.push({ path: clauses.path, line: lineOf(clauses, id), says: `${id} binds, but ${text}` })
    if (rules.length === 0) says('no rule in src/policy and no migration cites it')
    if (breaking.length === 0) says('no test asserts a refusal that cites it')
  }
  return missing
}

type Contract = { readonly method: string; readonly path: string; readonly permission: string }

export const permissionsExist: Check = (files) => {
  const permissions = permissionsOf(files)
  return contractsOf(files).flatMap(({ f, name, route }) =>
    permissions.has(route.permission)
      ? []
      : [
          {
            path: f.path,
            line: lineOf(f, `${name} =`),
            says: `${name} needs "${route.permission}", which no post can hold`,
          },
        ],
  )
}

const madeForOneServer = ['src/features/programme/system/routes.ts', 'src/features/programme/messages/routes.ts']

export const routesServedOnce: Check = (files) => {
  const served = new Map<unknown, number>()
  const count = (value: unknown) => served.set(value, (served.get(value) ?? 0) + 1)
  // What answers is what the composition hands to the server, whoever makes the lists.
  const endpoints: unknown = files.find((f) => f.path === 'src/app.ts')?.module?.endpoints
  for (const one of Array.isArray(endpoints) ? endpoints : []) if (isObject(one)) count(one.route)
  // The doors about the product itself, and to simulated telephones, are made for one server, by a function of what it is given.
  for (const f of files.filter((one) => madeForOneServer.includes(one.path)))
    for (const name of servedIn(f.text))
      count(files.find((one) => one.path === f.path.replace('routes.ts', 'contract.ts'))?.module?.[name])
  const addresses = new Map<string, string>()
  return contractsOf(files).flatMap(({ f, name, route }) => {
    const line = lineOf(f, `${name} =`)
    const address = `${route.method} ${route.path.replace(/:\w+/g, ':')}`
    const twin = addresses.get(address)
    addresses.set(address, name)
    const times = served.get(route) ?? 0
    const findings: Finding[] = []
    if (twin) findings.push({ path: f.path, line, says: `${name} has the address of ${twin}: ${address}` })
    if (times !== 1) findings.push({ path: f.path, line, says: `${name} is served ${times} times by src/app.ts` })
    return findings
  })
}

function servedIn(source: string): string[] {
  const { bare } = scan(source)
  return [...bare.matchAll(/\b(?:command|plain|query|upload|download)\(\s*contract\.(\w+)/g)].map(
    (match) => match[1] ?? '',
  )
}

const han = /\p{Script=Han}/u
const notEnglish = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/
/** The language switch speaks to those who cannot read the language shown. */
const ownTongue = new Set(['English', '中文', 'Switch to English', '切换为中文'])

export const wordsInBothLanguages: Check = (files) =>
  textsOf(files, (path) => /^src\/(?:policy\/|.*words\.ts$)/.test(path)).flatMap(({ f, key, zh, en }) => {
    const at = { path: f.path, line: lineOf(f, `${key.split('.').at(-1) ?? key}:`) }
    const findings: Finding[] = []
    const chinese = shown(zh)
    const english = shown(en)
    if (ownTongue.has(chinese) && ownTongue.has(english)) return []
    if (chinese.trim() === '' || (!han.test(chinese) && /\p{L}/u.test(chinese)))
      findings.push({ ...at, says: `${key} has no Chinese text` })
    if (english.trim() === '' || notEnglish.test(english))
      findings.push({ ...at, says: `${key} has no plain English text` })
    return findings
  })

export const refusalsAreTexts: Check = (files) => {
  const catalogue = new Set<string>()
  const findings: Finding[] = []
  for (const { f, key, zh, en } of textsOf(files, (path) => path.startsWith('src/policy/guide/refusals/'))) {
    const code = key.split('.').slice(1).join('.')
    catalogue.add(code)
    const [inZh, inEn] = [placeholders(shown(zh)), placeholders(shown(en))]
    if (inZh !== inEn) {
      const says = `${code} tells different facts in its two languages: {${inZh}} and {${inEn}}`
      findings.push({ path: f.path, line: lineOf(f, code), says })
    }
  }
  for (const f of files) {
    if (!isCode(f) || isTest(f.path) || !f.path.startsWith('src/')) continue
    const { bare, code } = scan(f.text)
    for (const match of bare.matchAll(/\b(?:refuse|new Refusal)\(\s*['"]/g)) {
      const open = match.index + match[0].length
      const used = code.slice(open, code.indexOf(code.charAt(open - 1), open))
      if (!catalogue.has(used))
        findings.push({
          path: f.path,
          line: lineAt(code, open),
          says: `refuses with ${used}, which policy/guide/refusals/ does not word`,
        })
    }
  }
  return findings
}

/** What a refusal asks somebody to fill in, in its own sentence: 请填写合同编号。 */
const askedFor = /(?:^|[，。：；])请(?:(?:填写|写明)|上传(?=[^，；]+。$))([^，。：；{]+)/g
const labelled = /^src\/features\/.*words\.ts$|^src\/policy\/.*-fields\.ts$/

/** A form's label and the refusal of its field are read together; two names read as two fields. */
export const refusalsNameLabels: Check = (files) => {
  const labels = new Set(textsOf(files, (path) => labelled.test(path)).map(({ zh }) => zh))
  return textsOf(files, (path) => path.startsWith('src/policy/guide/refusals/')).flatMap(({ f, key, zh }) =>
    [...shown(zh).matchAll(askedFor)]
      .map((match) => match[1] ?? '')
      .filter((name) => !labels.has(name) && !/^(?:本笔|原件|蓝字)/.test(name))
      .map((name) => ({
        path: f.path,
        line: lineOf(f, key.split('.').slice(1).join('.')),
        says: `asks for “${name}”, which no form has as a label`,
      })),
  )
}

/** Clause → whether it binds. */
function clausesOf(files: readonly SourceFile[]): Map<string, boolean> {
  const found = new Map<string, boolean>()
  const walk = (value: unknown, key: string) => {
    if (!isObject(value)) return
    const id = typeof value.id === 'string' ? value.id : key
    if (new RegExp(`^(?:${citation.source})$`).test(id)) found.set(id, binds(value))
    else for (const [inner, child] of Object.entries(value)) walk(child, inner)
  }
  walk(files.find((f) => f.path === clausesPath)?.module ?? {}, '')
  return found
}

function binds(clause: Record<string, unknown>): boolean {
  return clause.binding === true || (Array.isArray(clause.marks) && clause.marks.includes('B'))
}

function permissionsOf(files: readonly SourceFile[]): Set<string> {
  const found = new Set(['public', 'signed-in'])
  const permissions = files.find((f) => f.path === rolesPath)?.module?.permissions
  if (isObject(permissions)) for (const name of Object.keys(permissions)) found.add(name)
  return found
}

function contractsOf(files: readonly SourceFile[]): { f: SourceFile; name: string; route: Contract }[] {
  return files
    .filter((f) => contractFile.test(f.path))
    .flatMap((f) =>
      Object.entries(f.module ?? {}).flatMap(([name, value]) => (isRoute(value) ? [{ f, name, route: value }] : [])),
    )
}

type FoundText = { f: SourceFile; key: string; zh: unknown; en: unknown }

/** Every { zh, en } in the exports of the files, however deep. */
function textsOf(files: readonly SourceFile[], where: (path: string) => boolean): FoundText[] {
  const found: FoundText[] = []
  const walk = (f: SourceFile, value: unknown, key: string, seen: Set<unknown>) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const { zh, en, ...others } = value as Record<string, unknown>
    if (zh !== undefined || en !== undefined) found.push({ f, key, zh, en })
    for (const [inner, child] of Object.entries(others)) walk(f, child, key ? `${key}.${inner}` : inner, seen)
  }
  for (const f of files) if (f.module && where(f.path)) walk(f, f.module, '', new Set())
  return found
}

/** The text a person sees; of a sentence built by a function, the pieces of text in its source. */
function shown(text: unknown): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'function') return ''
  return scan(text.toString()).strings.replace(/\$\{[^}]*\}/g, '')
}

function placeholders(text: string): string {
  // `{stateZh}` and `{stateEn}` are one fact, named in each language.
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').replace(/(?:Zh|En)$/, ''))
  return [...new Set(names)].sort().join(', ')
}

function join(a: string, b: string): string {
  return [...a].map((character, i) => (character === ' ' ? (b[i] ?? ' ') : character)).join('')
}

function isRoute(value: unknown): value is Contract {
  return (
    isObject(value) &&
    typeof value.method === 'string' &&
    typeof value.path === 'string' &&
    typeof value.permission === 'string'
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
