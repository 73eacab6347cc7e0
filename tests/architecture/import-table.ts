import { type Import, importsOf } from './imports.ts'
import { contractFile, featureOf, inFeature, screenDoor, serverDoor, wordsFile } from './layout.ts'
import { type Finding, isCode, isTest, type Rule, type SourceFile } from './tree.ts'

/** One row of the table: files whose path matches `from` may import what one of `may` accepts, and nothing else. */
type Row = {
  readonly name: string
  readonly from: RegExp
  readonly why: string
  readonly may: readonly ((imported: Import, from: SourceFile) => boolean)[]
}

const inside = (folder: string) => (i: Import) => i.kind === 'file' && i.target.startsWith(folder)
const file = (pattern: RegExp) => (i: Import) => i.kind === 'file' && pattern.test(i.target)
const npm = (i: Import) => i.kind === 'npm'
const onlyNpm =
  (...names: string[]) =>
  (i: Import) =>
    i.kind === 'npm' && names.includes(i.target)
const npmExcept =
  (...names: RegExp[]) =>
  (i: Import) =>
    i.kind === 'npm' && !names.some((n) => n.test(i.target))
const node = (i: Import) => i.kind === 'node'
const onlyNode =
  (...names: string[]) =>
  (i: Import) =>
    i.kind === 'node' && names.includes(i.target)
const anyContract = file(contractFile)
const anyScreenDoor = file(screenDoor)
const testSupport = file(/^(?:tests\/support|database\/demo)\//)

const own = (i: Import, from: SourceFile) => inside(featureOf(from.path) ?? 'no feature')(i)
const ownServer = (i: Import, from: SourceFile) => own(i, from) && !i.target.includes('/web/')
const ownWeb = (i: Import, from: SourceFile) => inside(`${featureOf(from.path)}web/`)(i)
const ownWords = (i: Import, from: SourceFile) => own(i, from) && wordsFile.test(i.target)

/** What the server side of a feature may use. */
const featureMay: Row['may'] = [
  ownServer,
  inside('src/policy/'),
  inside('src/platform/'),
  inside('src/shared/'),
  anyContract,
  file(serverDoor),
  npmExcept(
    /^pg$/,
    /^fastify$/,
    /^@fastify\//,
    /^graphile-worker$/,
    /^node-pg-migrate$/,
    /^react/,
    /^antd$/,
    /^@tanstack\//,
  ),
  onlyNode('node:crypto', 'node:stream', 'node:stream/promises', 'node:buffer'),
]

/** Deny by default: the first row whose `from` matches decides; a file of src/ without a row fails. */
export const importTable: readonly Row[] = [
  {
    name: 'tests beside the code',
    from: /^src\/.+\.test\.tsx?$/,
    why: 'A test may use its own folder, the test support, the doors of features and the pure layers, not the insides of another feature.',
    may: [own, inside('src/policy/'), inside('src/shared/'), ownLayer, anyContract, testSupport, npm, node],
  },
  {
    name: 'policy/',
    from: /^src\/policy\//,
    why: 'The rules are data and pure functions, so that server, screens and tests ask the same ones without a server.',
    may: [inside('src/policy/'), inside('src/shared/')],
  },
  {
    name: 'shared/',
    from: /^src\/shared\//,
    why: 'The shared helpers stand beneath everything, in the browser too.',
    may: [inside('src/shared/'), onlyNpm('zod')],
  },
  {
    name: 'contract.ts',
    from: contractFile,
    why: 'A contract is read by both sides, so it may hold nothing that runs on one side only.',
    may: [inside('src/policy/'), inside('src/shared/'), anyContract, onlyNpm('zod')],
  },
  {
    name: 'words.ts',
    from: wordsFile,
    why: 'Words are shown by screens and written into documents by the server: they depend on neither.',
    may: [inside('src/policy/'), inside('src/shared/')],
  },
  {
    name: 'features/*/web/',
    from: inFeature('web/'),
    why: 'A screen knows the server by contract only, and another feature by its contract and what its screens offer in web/public.ts.',
    may: [
      inside('src/ui/'),
      inside('src/policy/'),
      inside('src/shared/'),
      ownWeb,
      ownWords,
      anyContract,
      anyScreenDoor,
      npm,
    ],
  },
  {
    name: 'features/*/found-*.ts',
    from: inFeature('found-[^/]+\\.ts$'),
    why: 'What a new database begins with is read from files of the repository, before anybody has signed in.',
    may: [...featureMay, onlyNode('node:fs', 'node:fs/promises', 'node:url')],
  },
  {
    name: 'features/*',
    from: inFeature('[^/]+\\.ts$'),
    why: 'Features meet only at contract.ts and public.ts; files, network and database handles belong to the platform.',
    may: featureMay,
  },
  {
    name: 'platform/',
    from: /^src\/platform\//,
    why: 'The platform would serve any programme: it knows no feature and no rule of this one.',
    may: [inside('src/platform/'), inside('src/shared/'), npm, node],
  },
  {
    name: 'ui/',
    from: /^src\/ui\//,
    why: 'The building blocks of screens would serve any feature: they know none, not even its contract.',
    may: [inside('src/ui/'), inside('src/policy/'), inside('src/shared/'), npm],
  },
  {
    name: 'the composition of the server',
    from: /^src\/(?:app|start|server|opening|settings)\.ts$/,
    why: 'The composition of the server takes the list of each feature, not its insides.',
    may: [
      inside('src/platform/'),
      inside('src/policy/'),
      inside('src/shared/'),
      file(/^src\/(?:app|start|opening|settings)\.ts$/),
      file(inFeature('(?:jobs|public|(?:[a-z0-9-]+-)?(?:routes|contract)|found-[^/]+)\\.ts$')),
      npm,
      node,
    ],
  },
  {
    name: 'the composition of the screens',
    from: /^src\/(?:web|product|sign-in)\.tsx$/,
    why: 'The composition of the screens knows no server code.',
    may: [
      file(/^src\/product\.tsx$/),
      inside('src/ui/'),
      inside('src/policy/'),
      inside('src/shared/'),
      file(inFeature('(?:web/.+|(?:[a-z0-9-]+-)?(?:contract|words)\\.ts)$')),
      npm,
    ],
  },
]

export const importRules: readonly Rule[] = importTable.map((row) => ({
  name: `imports of ${row.name}`,
  why: row.why,
  check: (files) => files.filter((f) => isCode(f) && rowOf(f) === row).flatMap((f) => strangers(f, row)),
}))

/** Every file of src/ that no row of the table binds. */
export function withoutRow(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((f) => f.path.startsWith('src/') && isCode(f) && !rowOf(f))
    .map((f) => ({
      path: f.path,
      line: 1,
      says: 'has no row in the import table (tests/architecture/import-table.ts)',
    }))
}

function rowOf(f: SourceFile): Row | undefined {
  return importTable.find((row) => row.from.test(f.path))
}

function strangers(f: SourceFile, row: Row): Finding[] {
  return importsOf(f)
    .filter((imported) => !row.may.some((may) => may(imported, f)))
    .map((imported) => ({ path: f.path, line: imported.line, says: `may not import ${imported.target}` }))
}

function ownLayer(i: Import, from: SourceFile): boolean {
  const layer = /^src\/(?:platform|ui)\//.exec(from.path)?.[0]
  return layer !== undefined && isTest(from.path) && inside(layer)(i)
}
