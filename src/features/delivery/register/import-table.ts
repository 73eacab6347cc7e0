import { asDay, asName, asOneOf, asText, asUscc, asYuan, type Wrong, wrong } from '../../../platform/workbook/cells.ts'
import { column, type RowOf, type Table } from '../../../platform/workbook/columns.ts'
import {
  kindOf,
  type RegisterSort,
  registerKindList,
  registerKinds,
  registerSortList,
  sortOf,
} from '../../../policy/records/register.ts'
import { cleanReference, holdsLetter, holdsLetterOrDigit, partsCode } from '../../../shared/clean.ts'
import { noReference, noWords, severalCodes } from '../../../shared/inputs.ts'
import { formatYuan } from '../../../shared/money.ts'
import type { Text } from '../../../shared/words.ts'
import { words } from './words.ts'

const sorts = Object.fromEntries(
  registerSortList.map((sort) => [sort, sortOf(kindOf(sort), sort) ?? registerKinds[kindOf(sort)]]),
) as Record<RegisterSort, Text>

const kinds = registerKindList.map((kind) => registerKinds[kind])
const mostFen = 1_000_000_000_000_000

/** What the fields of each kind are called is understood as a title, too. */
const aliases = (pick: (kind: (typeof kinds)[number]) => Text | null) =>
  kinds.flatMap((kind) => {
    const name = pick(kind)
    return name ? [name.zh, name.en] : []
  })

/** What belongs into a column, kind by kind: `称号：公布文号；…`. */
function byKind(pick: (kind: (typeof kinds)[number]) => Text | null): Text {
  const said = kinds.flatMap((kind) => {
    const name = pick(kind)
    return name ? [{ zh: `${kind.zh}：${name.zh}`, en: `${kind.en}: ${name.en}` }] : []
  })
  return { zh: `${said.map(({ zh }) => zh).join('；')}。`, en: `${said.map(({ en }) => en).join('; ')}.` }
}

function asReference(text: string): string | Wrong {
  if (partsCode(text)) return wrong(severalCodes.zh, severalCodes.en)
  const number = asText(80)(text)
  if (typeof number !== 'string') return number
  const cleaned = cleanReference(number)
  return holdsLetterOrDigit(cleaned) ? cleaned : wrong(noReference.zh, noReference.en)
}

function asParty(text: string): string | Wrong {
  const party = asText(100)(text)
  return typeof party !== 'string' || holdsLetter(party) ? party : wrong(noWords.zh, noWords.en)
}

/** The registers of a pilot's enterprises as one table: each row is an entry, and its sort says what its other cells are. */
export const registerTable = {
  title: words.title,
  columns: [
    column('uscc', { title: words.uscc, required: true, parse: asUscc, width: 24 }),
    column('name', {
      title: words.enterpriseName,
      aliases: [words.enterprise.zh, words.enterprise.en],
      required: false,
      parse: asName(200),
      width: 30,
    }),
    column('sort', {
      title: words.sort,
      required: true,
      parse: asOneOf<RegisterSort>(sorts),
      show: (sort: RegisterSort) => sorts[sort].zh,
      options: registerSortList.map((sort) => sorts[sort]),
      width: 24,
    }),
    column('number', {
      title: words.number,
      aliases: aliases(({ number }) => number),
      required: true,
      parse: asReference,
      width: 26,
      hint: byKind(({ number }) => number),
    }),
    column('on', {
      title: words.day,
      aliases: aliases(({ day }) => day),
      required: true,
      parse: asDay,
      example: '2026-05-06',
      hint: byKind(({ day }) => day),
    }),
    column('party', {
      title: words.party,
      aliases: aliases(({ party }) => party),
      required: true,
      parse: asParty,
      width: 30,
      hint: byKind(({ party }) => party),
    }),
    column('amountFen', {
      title: words.amount,
      aliases: aliases(({ amount }) => amount),
      required: false,
      parse: asYuan(0, mostFen),
      unit: '元',
      show: formatYuan,
      numeric: true,
      hint: byKind(({ amount }) => amount),
    }),
    column('paper', {
      title: words.paperName,
      aliases: [words.paper.zh, words.paper.en, ...aliases(({ proof }) => proof)],
      required: true,
      parse: asText(120),
      width: 34,
      example: 'ZL202510000001.2.pdf',
      hint: words.paperHint,
    }),
  ] as const,
} satisfies Table

export type ReadRegisterRow = RowOf<(typeof registerTable)['columns']>
