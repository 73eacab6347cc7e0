import { contractFile } from './layout.ts'
import { lineAt, scan } from './scan.ts'
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

/** A bare `disabled` says nothing: the building blocks of `src/ui` refuse with a reason that stands in sight. */
export const noBareButtons: Check = (files) =>
  files
    .filter((f) => f.path.endsWith('.tsx') && !f.path.startsWith('src/ui/'))
    .flatMap((f) => {
      const { bare } = scan(f.text)
      return [...bare.matchAll(/<(?:Button|button)\b|\b(?:ok|cancel)ButtonProps=/g)]
        .filter(({ index, 0: { length } }) => /\bdisabled\b/.test(attributesAt(bare, index + length)))
        .map(({ index }) => ({
          path: f.path,
          line: lineAt(f.text, index),
          says: 'a disabled button without a reason; take ActionButton, or the missing fields of ActDialog and PageForm',
        }))
    })

/** What stands in a tag, or in the braces of a property, from there to its end. */
function attributesAt(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '{') depth++
    if (character === '}' && --depth === 0 && text[from] === '{') return text.slice(from, at)
    if (character === '>' && depth === 0) return text.slice(from, at)
  }
  return text.slice(from)
}

const typing = /<(?:Field|BareField|FieldGrid|Input|LineInput|ProseInput|NumberInput|MoneyInput|DayInput|MinuteInput)\b/

/** A dialog is closed by a reload: what was typed into it is found again where `useKept` or `useReason` holds it. */
export const dialogsKeepTyped: Check = (files) =>
  files
    .filter((f) => /^src\/features\/.*\.tsx$/.test(f.path))
    .flatMap((f) => {
      const { bare } = scan(f.text)
      return [...bare.matchAll(/<(ActDialog|ConfirmDialog|ActButton)\b/g)]
        .filter(({ index, 0: { length }, 1: name }) => {
          const rest = attributesAt(bare, index + length)
          if (/\btyped=/.test(rest)) return false
          const end = bare.indexOf(`</${name}>`, index)
          return end > 0 && typing.test(bare.slice(index + length + rest.length, end))
        })
        .map(({ index }) => ({
          path: f.path,
          line: lineAt(f.text, index),
          says: 'a dialog that forgets what is typed; hand it the `typed` of useKept',
        }))
    })

const readable = /<(?:NumberInput|MoneyInput|DayInput|MinuteInput|FieldGrid)\b/

/** While a number or a day cannot be read, the server is asked about all else: one round, not two. */
export const formsAreAsked: Check = (files) =>
  files
    .filter((f) => /^src\/features\/.*\.tsx$/.test(f.path) && readable.test(f.text))
    .flatMap((f) => {
      const { bare } = scan(f.text)
      const dialogs = [...bare.matchAll(/<ActDialog\b/g)].filter(
        ({ index, 0: { length } }) => !/\bonAsk=/.test(attributesAt(bare, index + length)),
      )
      const pages = [...bare.matchAll(/\bunlessFaulty\((?=(\w+)\))/g)]
      return [...dialogs, ...pages].map(({ index }) => ({
        path: f.path,
        line: lineAt(f.text, index),
        says: 'a form that is not asked about while a number or a day cannot be read; hand it onAsk',
      }))
    })

/** What is pasted past the length of a field would be gone without a word. */
export const nothingCut: Check = (files) =>
  files
    .filter((f) => /^src\/(?:ui|features)\/.*(?<!\.test)\.tsx?$/.test(f.path))
    .flatMap((f) =>
      findAll(f, scan(f.text).bare, /\bmaxLength\b/, () => 'cuts what is pasted; take ProseInput or LineInput'),
    )

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
