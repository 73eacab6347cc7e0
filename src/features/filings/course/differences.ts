import type { FieldError } from '../../../platform/errors.ts'
import { placedField, type TypedTexts } from '../../../shared/typed-text.ts'
import type { Text } from '../../../shared/words.ts'
import type { CourseFiling, Kind } from './kind.ts'

/** A section's values, and what stands in its fields and is no value. */
type Written = { readonly content: unknown; readonly typed: TypedTexts }
type Two = { readonly section: string; readonly theirs: Written; readonly mine: Written }

/** Field by field how a section that somebody saved meanwhile differs from what was sent, for whoever has to choose. */
export function differences<Content extends object>(
  kind: Kind<Content>,
  { content, duty }: CourseFiling<Content>,
  { section, theirs, mine }: Two,
): FieldError[] {
  const [was, is] = [asWritten(kind, section, theirs), asWritten(kind, section, mine)]
  const before = { ...content, [section]: was }
  const after = { ...content, [section]: is }
  const changes: readonly Changed[] = kind.changes?.(before, after, duty) ?? textChanges(section, was, is)
  return changes.map((change) => {
    const [other, own] = [shown(change.before, change.kind === 'added'), shown(change.after, change.kind === 'removed')]
    return {
      field: change.path,
      zh: `${change.label.zh}：对方${other.zh}，我的${own.zh}`,
      en: `${change.label.en}: theirs ${other.en}, mine ${own.en}`,
    }
  })
}

function shown({ zh, en }: Text, gone: boolean): Text {
  if (gone) return { zh: '已删除', en: 'deleted' }
  return { zh: `“${zh || '（空）'}”`, en: `"${en || '(empty)'}"` }
}

/** The section with the texts where they stand, to be read and not to be kept. */
function asWritten(kind: Pick<Kind, 'lists'>, section: string, { content, typed }: Written): unknown {
  const copy: unknown = structuredClone(content)
  const lists = kind.lists?.(section, copy) ?? copy
  for (const [name, { text }] of Object.entries(typed)) {
    const path = placedField(lists, name)?.split('.') ?? []
    const last = path.pop()
    const holder = path.reduce<unknown>((here, step) => (here as Fields | null | undefined)?.[step], lists)
    if (last === undefined || typeof holder !== 'object' || holder === null) continue
    const fields = holder as Fields
    if (isNothing(fields[last])) fields[last] = Array.isArray(fields[last]) ? [text] : text
  }
  return copy
}

/** What a field holds while its text is no value. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

type Fields = Record<string, unknown>
type Changed = {
  readonly kind?: 'changed' | 'added' | 'removed' | 'reordered'
  readonly path: string
  readonly label: Text
  readonly before: Text
  readonly after: Text
}

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
