import { importsOf } from './imports.ts'
import { areaOf, areas, folderOf } from './layout.ts'
import { type Finding, isCode, isTest, type SourceFile } from './tree.ts'

/** An import as an arrow between two nodes: files or folders. */
type Arrow = { readonly to: string; readonly path: string; readonly line: number }

/** Import cycles among files of the repository, each told once, at the import that closes it. */
export function cycles(files: readonly SourceFile[]): Finding[] {
  return closing(arrowsOf(files, (path) => path)).map(({ path, line, round }) => {
    return { path, line, says: `closes a cycle: ${round.join(' → ')}` }
  })
}

/**
 * Circles among folders, each told once. Tests stand outside: a test in src/ may use the test support, which starts the
 * whole product.
 */
export function folderCircles(files: readonly SourceFile[]): Finding[] {
  const arrows = arrowsOf(
    files.filter(({ path }) => !isTest(path)),
    folderOf,
  )
  return closing(arrows).map(({ path, line, round }) => {
    return { path, line, says: `closes a circle of folders: ${round.join(' → ')}` }
  })
}

/** Imports of any kind from an area into one above it, and folders of src/features/ that are no area. Tests may look anywhere. */
export function areasOneWay(files: readonly SourceFile[]): Finding[] {
  const order: readonly string[] = areas
  return files.flatMap((f) => {
    const area = areaOf(f.path)
    if (area === null || isTest(f.path)) return []
    if (!order.includes(area)) return [{ path: f.path, line: 1, says: `stands in ${area}, which is no area` }]
    if (!isCode(f)) return []
    return importsOf(f).flatMap(({ target, line }) => {
      const other = areaOf(target)
      if (other === null || order.indexOf(other) <= order.indexOf(area)) return []
      return [{ path: f.path, line, says: `imports ${target}: ${area} stands below ${other}` }]
    })
  })
}

function arrowsOf(files: readonly SourceFile[], nodeOf: (path: string) => string): Map<string, Arrow[]> {
  const code = files.filter(isCode)
  const paths = new Set(code.map((f) => f.path))
  const arrows = new Map<string, Arrow[]>()
  for (const f of code) {
    const from = nodeOf(f.path)
    const own = arrows.get(from) ?? []
    arrows.set(from, own)
    for (const { target, line } of importsOf(f)) {
      const to = nodeOf(target)
      if (paths.has(target) && to !== from) own.push({ to, path: f.path, line })
    }
  }
  return arrows
}

/** Every arrow that leads back to where a walk along the arrows came from, with the way round. */
function closing(arrows: ReadonlyMap<string, readonly Arrow[]>): (Arrow & { readonly round: string[] })[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: (Arrow & { readonly round: string[] })[] = []
  const visit = (node: string, trail: readonly string[]) => {
    state.set(node, 'open')
    const told = new Set<string>()
    for (const arrow of arrows.get(node) ?? []) {
      const seen = state.get(arrow.to)
      if (seen === 'open' && !told.has(arrow.to)) {
        found.push({ ...arrow, round: [...trail.slice(trail.indexOf(arrow.to)), arrow.to] })
        told.add(arrow.to)
      } else if (!seen) visit(arrow.to, [...trail, arrow.to])
    }
    state.set(node, 'done')
  }
  for (const node of arrows.keys()) if (!state.has(node)) visit(node, [node])
  return found
}
