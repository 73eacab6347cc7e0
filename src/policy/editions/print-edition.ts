import type { Language, Text } from '../../shared/words.ts'
import { textTable } from '../guide/text-table.ts'
import type { Edition } from './edition.ts'
import { editionPartList, editionParts, sourceNames, t } from './edition-row.ts'
import { editionRows } from './edition-rows.ts'

const columns: readonly Text[] = [
  { zh: '项目', en: 'Rule' },
  { zh: '规定', en: 'Says' },
  { zh: '条款', en: 'Clause' },
  { zh: '依据', en: 'Source' },
]
/** Columns of a terminal that the name and the rule may take. */
const most = [32, 76, 8, 10]

const inferredNote = t(
  '“推定”：公开文件中没有，按同类做法推定，以正式文件为准。',
  '“inferred”: not in any public paper, taken from like practice; the official paper decides.',
)

/** An edition as text for a clerk: every rule with its clause and whether it is official or inferred. */
export function printEdition(edition: Edition, language: Language): string {
  const rows = editionRows(edition)
  const tables = editionPartList.map((part) => {
    const cells = rows
      .filter((row) => row.part === part)
      .map((row) => [row.name[language], row.says[language], row.clause ?? '', sourceNames[row.source][language]])
    return [
      `## ${editionParts[part][language]}`,
      '',
      ...textTable(
        columns.map((one) => one[language]),
        cells,
        most,
      ),
    ]
  })
  const title = `# ${edition.name[language]} (${edition.id})`
  return [[title], [inferredNote[language]], ...tables]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n')
}
