import type { Text } from '../../shared/words.ts'
import { HttpError } from '../errors.ts'
import type { Inspection } from '../files/inspect.ts'
import { fileKinds, isKindName } from '../files/kinds.ts'
import type { ImportAccount } from './account.ts'
import { importWords as words } from './words.ts'

export function tooManyRows(count: number, max: number): HttpError {
  const text = counted(words.tooManyRows, max)
  return new HttpError(422, 'import.too-many-rows', text, [{ field: 'file', ...text }], { count, max })
}

/** Names the file as its sender knows it, and what it really is. */
export function notATable({ name, renamedFrom, extension, mediaType }: Inspection): HttpError {
  const chosen = renamedFrom ?? name
  const kind = isKindName(extension) ? fileKinds[extension].title : { zh: extension, en: extension }
  const text = { zh: words.notATable.zh(chosen, kind.zh), en: words.notATable.en(chosen, kind.en) }
  return new HttpError(422, 'import.not-a-table', text, [{ field: 'file', ...text }], { mediaType })
}

/**
 * Why rows are not taken although a person confirmed: problems, an account that is no longer the one they read, or warnings that
 * they did not accept; null when they may be.
 */
export function whyNotTaken(
  account: ImportAccount,
  accepted: { readonly digest: string; readonly acceptedWarnings: number },
): HttpError | null {
  const { problems, warnings } = account
  if (problems.length > 0) return refused('import.problems', words.problems, problems)
  if (account.digest !== accepted.digest)
    return new HttpError(409, 'import.changed', words.changed, [{ field: 'file', ...words.changed }])
  return accepted.acceptedWarnings === warnings.length
    ? null
    : refused('import.warnings-not-accepted', words.warnings, warnings)
}

type Counted = { readonly zh: (n: number) => string; readonly en: (n: number) => string }

function refused(code: string, text: Counted, places: ImportAccount['problems']): HttpError {
  const fields = places.map(({ sheet, cell, zh, en }) => ({ field: `${sheet}!${cell}`, zh, en }))
  return new HttpError(422, code, counted(text, places.length), fields, { count: places.length })
}

function counted({ zh, en }: Counted, n: number): Text {
  return { zh: zh(n), en: en(n) }
}
