import { contractFile } from './layout.ts'
import { scan } from './scan.ts'
import { type Finding, findAll, lineOf, type SourceFile } from './tree.ts'

type Check = (files: readonly SourceFile[]) => Finding[]

const takesInput = (path: string) => contractFile.test(path) || /\/(?:form-shape|session)\.ts$/.test(path)

/** A check of its own on a text is one that stands before its cleaning: the helpers of `shared/inputs.ts` hold the order. */
export const textsCleanedFirst: Check = (files) =>
  files
    .filter((f) => takesInput(f.path))
    .flatMap((f) => [
      ...findAll(
        f,
        scan(f.text).bare,
        /\bz\s*\.(?:string|coerce\s*\.string)\(\s*[^()]*\)\s*\.(?!nullable\b|optional\b|array\b)\w+/,
        () => 'checks or cuts a text that nobody has cleaned; take a helper of shared/inputs.ts',
      ),
      ...uncleaned(f),
    ])

/** Texts that a route takes as they come, found in its shapes. */
function uncleaned(f: SourceFile): Finding[] {
  return Object.entries(f.module ?? {}).flatMap(([name, value]) => {
    const { body, search, params, path } = value as Partial<Record<'body' | 'search' | 'params' | 'path', unknown>>
    if (typeof path !== 'string') return []
    return [body, search, params].flatMap((shape) =>
      bareTexts(shape).map((field) => ({
        path: f.path,
        line: lineOf(f, `${name} =`),
        says: `${name} takes "${field}" as it comes; take a helper of shared/inputs.ts`,
      })),
    )
  })
}

type Shape = { readonly def?: Readonly<Record<string, unknown>>; readonly shape?: Readonly<Record<string, unknown>> }
const parts = ['element', 'innerType', 'valueType', 'keyType', 'in', 'left', 'right'] as const

function bareTexts(shape: unknown, field = ''): string[] {
  const { def, shape: fields } = (shape ?? {}) as Shape
  if (!def) return []
  if (def.type === 'string') return def.format || (def.checks as unknown[] | undefined)?.length ? [] : [field]
  const own = Object.entries(fields ?? {}).flatMap(([key, one]) => bareTexts(one, field ? `${field}.${key}` : key))
  const inner = [...parts.map((part) => def[part]), ...((def.options as unknown[] | undefined) ?? [])]
  return [...own, ...inner.flatMap((one) => bareTexts(one, field))]
}
