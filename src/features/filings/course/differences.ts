import type { FieldError } from '../../../platform/errors.ts'
import type { Text } from '../../../shared/words.ts'
import type { CourseFiling, Kind } from './kind.ts'

type Two = { readonly section: string; readonly theirs: unknown; readonly mine: unknown }

/** Field by field how a section that somebody saved meanwhile differs from what was sent, for whoever has to choose. */
export function differences<Content extends object>(
  kind: Kind<Content>,
  { content, duty }: CourseFiling<Content>,
  { section, theirs, mine }: Two,
): FieldError[] {
  const before = { ...content, [section]: theirs }
  const after = { ...content, [section]: mine }
  const changes = kind.changes?.(before, after, duty) ?? textChanges(section, theirs, mine)
  return changes.map(({ path, label, before: was, after: is }) => ({
    field: path,
    zh: `${label.zh}：对方“${was.zh || '（空）'}”，我的“${is.zh || '（空）'}”`,
    en: `${label.en}: theirs "${was.en || '(empty)'}", mine "${is.en || '(empty)'}"`,
  }))
}

type Changed = { readonly path: string; readonly label: Text; readonly before: Text; readonly after: Text }

/** Of a kind whose section is texts by name. */
function textChanges(path: string, theirs: unknown, mine: unknown): Changed[] {
  if (typeof theirs === 'object' || typeof mine === 'object') {
    const [was, is] = [theirs, mine].map((one) => (one ?? {}) as Record<string, unknown>)
    const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
    return names.flatMap((name) => textChanges(`${path}.${name}`, was?.[name], is?.[name]))
  }
  if (theirs === mine) return []
  const said = (text: unknown): Text => ({ zh: String(text ?? ''), en: String(text ?? '') })
  return [{ path, label: said(path.split('.').at(-1)), before: said(theirs), after: said(mine) }]
}
