import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { lineAt, scan } from './scan.ts'
import type { SourceFile } from './tree.ts'

export type Import = { readonly target: string; readonly kind: 'file' | 'npm' | 'node'; readonly line: number }

/** Every import and re-export of a file, types included. */
export function importsOf(from: SourceFile): Import[] {
  const { code, bare } = scan(from.text)
  const found = new Map<number, Import>()
  // The keyword is looked for where strings are blank, the name read where they are not.
  for (const match of bare.matchAll(/\b(?:import|export)\b[^'"`;]*?['"]|\bimport\s*\(\s*['"]/g)) {
    if (!/\bfrom\s*['"]$|\bimport\s*\(?\s*['"]$/.test(match[0])) continue
    const open = match.index + match[0].length - 1
    const close = code.indexOf(code.charAt(open), open + 1)
    found.set(open, named(from.path, code.slice(open + 1, close), lineAt(code, open)))
  }
  return [...found.values()]
}

function named(from: string, name: string, line: number): Import {
  if (name.startsWith('.')) return { target: join(dirname(from), name), kind: 'file', line }
  if (name.startsWith('node:') || builtinModules.includes(name)) return { target: name, kind: 'node', line }
  const parts = name.split('/')
  return { target: parts.slice(0, name.startsWith('@') ? 2 : 1).join('/'), kind: 'npm', line }
}
