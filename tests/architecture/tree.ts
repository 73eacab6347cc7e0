import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lineAt } from './scan.ts'

/** One file as the rules see it; the same shape serves the real tree and a planted violation. */
export type SourceFile = {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Its exports, for the rules about data: contracts, routes, words, policy. */
  readonly module?: Readonly<Record<string, unknown>>
  /** Why its exports could not be read. */
  readonly broken?: string
}

export type Finding = { readonly path: string; readonly line: number; readonly says: string }

export type Rule = {
  readonly name: string
  /** The sentence a person reads when the rule fails. */
  readonly why: string
  readonly check: (files: readonly SourceFile[]) => Finding[]
}

/** A small tree that breaks one rule, where it must be caught, and a near miss that must pass. */
export type Probe = {
  readonly rule: string
  readonly planted: string
  readonly files: readonly SourceFile[]
  /** `path:line` of every finding. */
  readonly caught: readonly string[]
  readonly innocent?: readonly SourceFile[]
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

const watched = [
  '{src,tests,tools,bench,database}/**/*.{ts,tsx,mjs,sql,css}',
  '{docs,src}/**/*.{md,json}',
  '{README,ARCHITECTURE,SECURITY}.md',
  'LICENSE',
  '*.{ts,json,html}',
]
const generated = new Set(['src/platform/database/types.ts', 'database/schema.sql', 'package-lock.json'])
const hasData =
  /^src\/(app|policy\/.+|ui\/(?:.+-)?words|features\/[^/]+\/[^/]+\/(?:(?:.+-)?(?:contract|words|routes)|web\/(?:.+-)?words))\.ts$/

/** The texts of the repository as it stands. */
export function readTexts(): SourceFile[] {
  const paths = watched.flatMap((pattern) => globSync(pattern, { cwd: root })).map((path) => path.replaceAll('\\', '/'))
  return [...new Set(paths)]
    .sort()
    .map((path) => ({ path, text: generated.has(path) ? '' : readFileSync(root + path, 'utf8') }))
}

/** The same, with the exports of the modules that hold data. */
export async function readTree(): Promise<SourceFile[]> {
  return Promise.all(
    readTexts().map(async (file) =>
      hasData.test(file.path) && !isTest(file.path) ? { ...file, ...(await load(file.path)) } : file,
    ),
  )
}

async function load(path: string): Promise<Pick<SourceFile, 'module' | 'broken'>> {
  try {
    return { module: (await import(/* @vite-ignore */ root + path)) as Record<string, unknown> }
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

export function isCode(file: SourceFile): boolean {
  return /\.(?:tsx?|mjs)$/.test(file.path)
}

/** A finding at every match of a pattern in one part of a file. */
export function findAll(
  file: SourceFile,
  part: string,
  pattern: RegExp,
  says: (match: RegExpExecArray) => string | null,
) {
  const findings: Finding[] = []
  for (const match of part.matchAll(
    new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
  )) {
    const text = says(match)
    if (text) findings.push({ path: file.path, line: lineAt(part, match.index), says: text })
  }
  return findings
}

/** The line on which a piece of text first stands; 1 if nowhere. */
export function lineOf(file: SourceFile, piece: string): number {
  const at = file.text.indexOf(piece)
  return at < 0 ? 1 : lineAt(file.text, at)
}
