import { refusalsAsserted } from './refusals-asserted.ts'
import { scan } from './scan.ts'
import { isCode, isTest, type SourceFile } from './tree.ts'

/** A number of a clause, wherever it stands. */
export const citation = /\b(?:G0|G[1-9]\.\d{1,2}|H\d{1,2}|[GH]A[1-9])\b/

/** Where clauses are worded or listed, which is no citing of them. */
export const worded = /^src\/policy\/guide\/(?:clauses(?:-\w+)?|citations)\.ts$/

/** Files that cite a clause: rules (policy and migrations), tests, and of these the ones that assert a refusal by it. */
export type Cited = {
  readonly rules: readonly string[]
  readonly tests: readonly string[]
  readonly breaking: readonly string[]
}

/** Every cited clause with the files that cite it, in the order of their paths. */
export function citationsOf(files: readonly SourceFile[]): Map<string, Cited> {
  const found = new Map<string, { rules: string[]; tests: string[]; breaking: string[] }>()
  const add = (ids: Iterable<string>, path: string, kind: keyof Cited) => {
    for (const id of new Set(ids)) {
      const cited = found.get(id) ?? { rules: [], tests: [], breaking: [] }
      found.set(id, cited)
      cited[kind].push(path)
    }
  }
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (isRule(file)) add(citedIn(textOf(file)), file.path, 'rules')
    if (!isTest(file.path)) continue
    add(citedIn(textOf(file)), file.path, 'tests')
    add(refusalsAsserted(file.text), file.path, 'breaking')
  }
  return found
}

function isRule(file: SourceFile): boolean {
  if (worded.test(file.path) || isTest(file.path)) return false
  return (file.path.startsWith('src/policy/') && isCode(file)) || /^database\/migrations\/.+\.sql$/.test(file.path)
}

function textOf(file: SourceFile): string {
  return isCode(file) ? scan(file.text).code + scan(file.text).comments : file.text
}

function citedIn(text: string): string[] {
  return [...text.matchAll(new RegExp(citation, 'g'))].map((match) => match[0])
}
