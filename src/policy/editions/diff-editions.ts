import type { Language } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { textTable } from '../guide/text-table.ts'
import type { Edition } from './edition.ts'
import { type EditionPart, type EditionRow, editionPartList, editionParts, sourceNames, t } from './edition-row.ts'
import { editionRows } from './edition-rows.ts'

/** A rule that two editions do not have in common; null on the side that does not know it. */
export type EditionChange = {
  readonly key: string
  readonly before: EditionRow | null
  readonly after: EditionRow | null
}

/**
 * What changed from one edition to the next, in the order of the newer one. `rules`: what it says; `sources`: it says the
 * same, but under another clause, or it is only inferred now.
 */
export function diffEditions(
  older: Edition,
  newer: Edition,
): { readonly rules: readonly EditionChange[]; readonly sources: readonly EditionChange[] } {
  const [before, after] = [older, newer].map((one) => new Map(editionRows(one).map((row) => [row.key, row])))
  const keys = [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])]
  const changes = keys.map((key) => ({ key, before: before?.get(key) ?? null, after: after?.get(key) ?? null }))
  return {
    rules: changes.filter((one) => !saysTheSame(one)),
    sources: changes.filter((one) => saysTheSame(one) && !isCitedTheSame(one)),
  }
}

function saysTheSame({ before, after }: EditionChange): boolean {
  if (!before || !after) return false
  return before.name.zh === after.name.zh && before.says.zh === after.says.zh && before.exact === after.exact
}

function isCitedTheSame({ before, after }: EditionChange): boolean {
  return before?.clause === after?.clause && before?.source === after?.source
}

const most = [28, 44, 44, 12, 16]

/** The same as text for a clerk: what changed row by row, then how much stayed under another clause or source. */
export function printDiff(older: Edition, newer: Edition, language: Language): string {
  const { rules, sources } = diffEditions(older, newer)
  const title = `# ${older.name[language]} → ${newer.name[language]}`
  const head = [
    t('项目', 'Rule')[language],
    older.id,
    newer.id,
    t('条款', 'Clause')[language],
    t('依据', 'Source')[language],
  ]
  const tables = editionPartList.flatMap((part) => {
    const rows = rules.filter((one) => partOf(one) === part).map((one) => cellsOf(one, language))
    return rows.length > 0
      ? [[`## ${editionParts[part][language]}`, '', ...textTable(head, rows, most)].join('\n')]
      : []
  })
  const none = t('没有变化。', 'Nothing changed.')[language]
  const kept = t('内容不变，只是条款或依据不同', 'Unchanged, but under another clause or source')[language]
  const lines = editionPartList.flatMap((part) => keptLine(sources, part, language))
  return [
    title,
    ...(tables.length > 0 ? tables : [none]),
    ...(lines.length > 0 ? [[`## ${kept}`, '', ...lines].join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n')
}

function partOf({ before, after }: EditionChange): EditionPart | undefined {
  return (after ?? before)?.part
}

function cellsOf({ before, after }: EditionChange, language: Language): string[] {
  const gone = t('无', 'none')[language]
  const clauses = [before?.clause, after?.clause].filter((one): one is Clause => Boolean(one))
  const sources = [before, after].filter((one) => one !== null).map((one) => sourceNames[one.source][language])
  return [
    nameOf(before, after, language),
    before?.says[language] ?? gone,
    after?.says[language] ?? gone,
    [...new Set(clauses)].join(' → '),
    [...new Set(sources)].join(' → '),
  ]
}

/** The name now; a rule that goes by another name says which it had. */
function nameOf(before: EditionRow | null, after: EditionRow | null, language: Language): string {
  const [old, now] = [before?.name[language] ?? '', after?.name[language] ?? '']
  if (old === '' || now === '' || old === now) return now || old
  return t(`${now}（原：${old}）`, `${now} (was: ${old})`)[language]
}

function keptLine(sources: readonly EditionChange[], part: EditionPart, language: Language): string[] {
  const rows = sources.filter((one) => partOf(one) === part)
  if (rows.length === 0) return []
  const inferred = rows.filter((one) => one.after?.source === 'inferred' && one.before?.source === 'official').length
  const { zh, en } = editionParts[part]
  const text = t(`- ${zh}：${rows.length} 项`, `- ${en}: ${rows.length} rows`)
  const more = t(`，其中 ${inferred} 项由官方改为推定`, `, ${inferred} of them official before and inferred now`)
  return [text[language] + (inferred > 0 ? more[language] : '')]
}
