import { inFeature, screenDoor, serverDoor } from './layout.ts'
import { lineAt, scan } from './scan.ts'
import { type Finding, findAll, isCode, isTest, type SourceFile } from './tree.ts'

export const longestFile = 250
export const mostShared = 14

type Check = (files: readonly SourceFile[]) => Finding[]

const eachCode =
  (check: (file: SourceFile) => Finding[]): Check =>
  (files) =>
    files.filter(isCode).flatMap(check)

export const defaultExports = eachCode((f) => {
  if (/^[^/]+\.config\.ts$/.test(f.path)) return []
  const { bare } = scan(f.text)
  return findAll(f, bare, /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/, (match) =>
    isExcused(f, bare, match.index, 'style/noDefaultExport') ? null : 'exports a default',
  )
})

/** Whether the line above a position silences one lint rule, with a reason. */
function isExcused(f: SourceFile, part: string, position: number, rule: string): boolean {
  const above = scan(f.text).comments.split('\n')[lineAt(part, position) - 2] ?? ''
  return new RegExp(`biome-ignore lint/${rule}: .{10,}`).test(above)
}

export const barrels = eachCode((f) => {
  const { bare } = scan(f.text)
  const star = findAll(f, bare, /^export\s+\*/m, () => 're-exports everything of another file')
  // A feature's door, and that of its screens, may name what lies behind it.
  if (star.length > 0 || serverDoor.test(f.path) || screenDoor.test(f.path)) return star
  const passedOn = /\bexport\s+(?:type\s+)?\{[^}]*\}(?:\s*from\s*['"][^'"]*['"])?/g
  const rest = bare.replace(passedOn, '').replace(/\bimport\b[^'"]*['"][^'"]*['"]/g, '')
  if (!passedOn.test(bare) || rest.replace(/[;\s]/g, '') !== '') return []
  return [{ path: f.path, line: 1, says: 'only passes on what other files export' }]
})

export const fileSize: Check = (files) =>
  files
    .filter((f) => isCode(f))
    .map((f) => ({ f, lines: f.text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ f, lines }) => ({
      path: f.path,
      line: longestFile + 1,
      says: `has ${lines} lines, ${longestFile} allowed`,
    }))

const puttingRight = ['AutoComplete', 'ColorPicker', 'DatePicker', 'InputNumber', 'Mentions', 'Slider', 'TimePicker']

/** Inputs of the library that put back, clamp or clear what was typed; ours keep it. */
export const typedInputIsKept: Check = (files) =>
  files.flatMap((f) => {
    if (!/^src\/.*\.tsx$/.test(f.path)) return []
    const { code } = scan(f.text)
    const named = findAll(f, code, /import\s*\{[^}]*\}\s*from\s*'antd'/, (match) => {
      const found = puttingRight.filter((name) => new RegExp(`\\b${name}\\b`).test(match[0]))
      return found.length > 0 ? `takes ${found.join(', ')} from antd: src/ui has inputs that keep what is typed` : null
    })
    const native = findAll(f, code, /\btype="number"/, () => 'an input of numbers that drops what is none: NumberInput')
    return [...named, ...native]
  })

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|d|config))?\.(?:tsx?|mjs|css)$/
const component = /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/
const kebabFolder = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const fileNames: Check = (files) =>
  files.flatMap((f) => {
    if (!/\.(?:tsx?|mjs|css)$/.test(f.path)) return []
    const folders = f.path.split('/')
    const name = folders.pop() ?? ''
    const bad = folders.find((folder) => !kebabFolder.test(folder))
    if (bad) return [{ path: f.path, line: 1, says: `lies in a folder that is not kebab-case: ${bad}` }]
    if (kebab.test(name)) return []
    if (component.test(name) && (f.path.startsWith('src/ui/') || inFeature('web/').test(f.path))) return []
    return [{ path: f.path, line: 1, says: 'is not kebab-case (PascalCase.tsx is for components in ui/ and web/)' }]
  })

export const flatFeatures: Check = (files) =>
  files
    .filter((f) => f.path.startsWith('src/features/'))
    .flatMap((f) => {
      const says = !inFeature('').test(f.path)
        ? 'lies too high: files stand in a feature, src/features/<area>/<feature>/'
        : inFeature('(?:(?!web/)[^/]+|web/[^/]+)/').test(f.path)
          ? 'lies too deep: a feature is flat, with web/ as its only folder'
          : null
      return says ? [{ path: f.path, line: 1, says }] : []
    })

export const sharedCap: Check = (files) => {
  const shared = files.filter((f) => f.path.startsWith('src/shared/') && isCode(f) && !isTest(f.path))
  if (shared.length <= mostShared) return []
  return [{ path: 'src/shared', line: 1, says: `holds ${shared.length} files, ${mostShared} allowed` }]
}

export const anyTypes = eachCode((f) => {
  const { bare } = scan(f.text)
  return findAll(f, bare, /(?::|\bas|<|\||&|,|=)\s*any\b(?=\s*(?:\[|[>,;)|&=\n}]|$))/, () => 'uses `any`')
})

export const suppressions = eachCode((f) =>
  findAll(
    f,
    scan(f.text).comments,
    /@ts-(ignore|nocheck)|@ts-expect-error(.*)|biome-ignore(?:-all)?\s+[^:\n]*(.*)/,
    (match) => {
      if (match[1]) return `silences the compiler with @ts-${match[1]}`
      const reason = (match[2] ?? match[3] ?? '').replace(/[^\p{L}]/gu, '')
      return reason.length >= 10 ? null : 'silences a check without a reason'
    },
  ),
)

export const unfinished: Check = (files) =>
  files
    .filter((f) => isCode(f) || f.path.endsWith('.sql'))
    .flatMap((f) => {
      const part = isCode(f) ? scan(f.text).comments : f.text
      return findAll(f, part, /\b(?:TODO|FIXME|XXX|HACK)\b/, (match) => `leaves a ${match[0]} behind`)
    })

export const partialTests = eachCode((f) => {
  if (!isTest(f.path) && !f.path.startsWith('tests/')) return []
  const { bare, comments } = scan(f.text)
  const reasons = comments.split('\n').map((line) => line.replace(/[^\p{L}]/gu, '').length >= 20)
  const partly = /\b(?:test|it|describe|suite|bench)(?:\.\w+)*\.(only|skip|todo|skipIf|runIf|fails)\b/
  return findAll(f, bare, partly, (match) => {
    // What depends on the machine (root or not) may say so on the line above.
    const explained = /If$/.test(match[1] ?? '') && reasons[lineAt(bare, match.index) - 2]
    return explained ? null : `has a test that is not simply run (.${match[1]})`
  })
})

/** In tests: `actions.find((one) => one.action === 'submit')` answers nothing to a misspelt name, and an assertion may like that. */
export const abilitiesByHelper: Check = (files) =>
  files
    .filter(
      (f) => isCode(f) && (isTest(f.path) || f.path.startsWith('tests/')) && f.path !== 'tests/support/abilities.ts',
    )
    .flatMap((f) =>
      findAll(
        f,
        scan(f.text).bare,
        /\.find\(\s*\(?[^()]*(?:\([^()]*\))?[^()]*=>\s*(?:\w+\.)?action ===/,
        () =>
          'looks for an ability by hand: use abilityIn of tests/support/abilities.ts, which throws when there is none',
      ),
    )
