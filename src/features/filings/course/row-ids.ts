import { invalid } from '../../../platform/errors.ts'

/**
 * A row is known by its id from version to version and from one editor to the next, so no two of a list may share one.
 * @throws HttpError 422 naming every row whose id another one before it has
 */
export function requireOwnIds(content: unknown): void {
  const wrong = Object.entries(content ?? {}).flatMap(([list, rows]) =>
    Array.isArray(rows) ? sharedIn(list, rows) : [],
  )
  if (wrong.length > 0) throw invalid(wrong)
}

function sharedIn(list: string, rows: readonly unknown[]) {
  const first = new Map<string, number>()
  return rows.flatMap((row, at) => {
    const id = (row as { readonly id?: unknown } | null)?.id
    if (typeof id !== 'string') return []
    const before = first.get(id)
    if (before === undefined) first.set(id, at)
    if (before === undefined) return []
    return [
      {
        field: `content.${list}.${at}.id`,
        zh: `第 ${at + 1} 行与第 ${before + 1} 行的行标识相同，请刷新页面后重新填写第 ${at + 1} 行。`,
        en: `Rows ${before + 1} and ${at + 1} have the same id. Reload the page and enter row ${at + 1} again.`,
      },
    ]
  })
}
