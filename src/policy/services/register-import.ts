import { cleanChoice, sameName } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import { type Refusal, refusalsIn } from '../../shared/refusal.ts'
import { fill, type Text } from '../../shared/words.ts'
import { allRefusals, refusalText, refuse } from '../guide/refuse.ts'
import { kindOf, type RegisterSort, registerKinds } from '../records/register.ts'
import { checkEntry, entryTwice, type StandingEntry } from './register-entry.ts'

/** A row of a workbook as far as it could be read: null is blank, or `unread` names its field. */
export type ReadEntry = {
  readonly uscc: string | null
  readonly name: string | null
  readonly sort: RegisterSort | null
  readonly number: string | null
  readonly on: Day | null
  readonly party: string | null
  readonly amountFen: Fen | null
  readonly paper: string | null
  readonly unread: ReadonlySet<string>
}

/** What the rows are compared with. */
export type ImportGiven = {
  readonly today: Day
  /** By credit code. */
  readonly enterprises: ReadonlyMap<string, { readonly id: string; readonly name: string }>
  /** Titles that stand, by enterprise. */
  readonly titles: ReadonlyMap<string, readonly StandingEntry[]>
  /** Rows whose number counts already, with the row of the file that has it; null where a register in the province holds it. */
  readonly held: ReadonlyMap<number, number | null>
  /** Uploads of this person that prove nothing yet, by `paperKey`: how many different ones have the name. */
  readonly papers: ReadonlyMap<string, number>
  /** How a row of the file is called: `Sheet1!A5`. */
  readonly placeOf: (row: number) => string
}

/** What is said of a row at a column. */
export type Said = { readonly row: number; readonly field: string; readonly text: Text }

/** A file's name as it is looked for: without its ending, width, case and spaces. */
export function paperKey(fileName: string): string {
  return cleanChoice(fileName.replace(/\.[a-z][a-z0-9]{1,4}$/i, ''))
}

/** All that keeps rows from the registers (G3.4): what keeps an entry entered by hand, and its paper. A cell that could not be read is not asked about. */
export function importProblems(rows: readonly ReadEntry[], given: ImportGiven): Said[] {
  const titles = new Map(given.titles)
  const papers = new Map<string, number>()
  return rows.flatMap((read, row) => {
    const enterprise = read.uscc === null ? undefined : given.enterprises.get(read.uscc)
    const firm = enterprise?.name ?? read.party ?? ''
    const stranger =
      read.uscc !== null && !enterprise
        ? refuse('register.no-pilot-enterprise', 'G3.4', { uscc: read.uscc }, 'uscc')
        : null
    const standing = (enterprise && titles.get(enterprise.id)) ?? []
    const refusal = allRefusals(
      stranger,
      heldAlready(read, row, given),
      entryRefusal(read, { today: given.today, enterprise: firm, standing }),
      paperRefusal(read, row, given, papers),
    )
    const { sort, number, on } = read
    if (!refusal && enterprise && sort !== null && kindOf(sort) === 'title' && number !== null && on !== null)
      titles.set(enterprise.id, [...standing, { kind: 'title', sort, number, on }])
    return refusal ? refusalsIn(refusal).flatMap((one) => saidOf(one, read, row)) : []
  })
}

function entryRefusal(read: ReadEntry, given: Parameters<typeof checkEntry>[1]): Refusal | null {
  const { sort, number, on, party, amountFen } = read
  if (sort === null) return null
  const kind = kindOf(sort)
  const entry = { kind, sort, number: number ?? '', on: on ?? '', party: party ?? '', amountFen }
  return checkEntry(entry, given)
}

function heldAlready({ sort }: ReadEntry, row: number, { held, placeOf }: ImportGiven): Refusal | null {
  const before = held.get(row)
  if (sort === null || before === undefined) return null
  return before === null
    ? entryTwice(kindOf(sort))
    : refuse('register.number-in-file', 'G3.4', { before: placeOf(before) }, 'number')
}

/** A public list names many firms, so titles may share it; any other paper proves one entry. */
function paperRefusal(
  { paper, sort }: ReadEntry,
  row: number,
  { papers, placeOf }: ImportGiven,
  seen: Map<string, number>,
): Refusal | null {
  if (paper === null) return null
  const key = paperKey(paper)
  if (!papers.has(key)) return refuse('register.paper-not-uploaded', 'G3.4', { file: paper }, 'paper')
  const before = seen.get(key)
  if (before === undefined) seen.set(key, row)
  if (before === undefined || (sort !== null && kindOf(sort) === 'title')) return null
  return refuse('register.paper-for-two', 'G3.4', { file: paper, before: placeOf(before) }, 'paper')
}

/** Nothing about a cell, or resting on one, that could not be read: what is wrong with it is said already, also that it is blank. */
function saidOf(refusal: Refusal, read: ReadEntry, row: number): Said[] {
  const isUnread = (field: string) =>
    read.unread.has(field) || (field !== 'amountFen' && read[field as keyof ReadEntry] === null)
  const { field, rests } = refusal
  if (field === null || [field, ...rests].some(isUnread)) return []
  return [{ row, field, text: refusalText(refusal) }]
}

const doubts = {
  otherName: {
    zh: '试点企业名单中这一信用代码是“{name}”，与表中名称不同，按信用代码登记。',
    en: 'In the list of pilot enterprises this credit code is “{name}”; the row goes by its code.',
  },
  noAmount: { zh: '“{kind}”不填金额，该金额不登记。', en: 'No sum is entered for “{kind}”; it is left out.' },
  severalPapers: {
    zh: '您上传过 {count} 件不同的“{file}”，用最近上传的一件。',
    en: 'You have uploaded {count} different papers called “{file}”; the newest is taken.',
  },
} as const satisfies Record<string, Text>

/** What a person looks at again before rows are taken. */
export function importWarnings(rows: readonly ReadEntry[], { enterprises, papers }: ImportGiven): Said[] {
  return rows.flatMap(({ uscc, name, sort, amountFen, paper }, row) => {
    const said: Said[] = []
    const add = (field: string, { zh, en }: Text, facts: { zh: Facts; en: Facts }) =>
      said.push({ row, field, text: { zh: fill(zh, facts.zh), en: fill(en, facts.en) } })
    const alike = (facts: Facts) => ({ zh: facts, en: facts })
    const enterprise = uscc === null ? undefined : enterprises.get(uscc)
    if (enterprise && name !== null && !sameName(enterprise.name, name))
      add('name', doubts.otherName, alike({ name: enterprise.name }))
    const kind = sort === null ? null : registerKinds[kindOf(sort)]
    if (kind && kind.amount === null && amountFen !== null)
      add('amountFen', doubts.noAmount, { zh: { kind: kind.zh }, en: { kind: kind.en } })
    const count = paper === null ? 0 : (papers.get(paperKey(paper)) ?? 0)
    if (paper !== null && count > 1) add('paper', doubts.severalPapers, alike({ file: paper, count }))
    return said
  })
}

type Facts = Readonly<Record<string, string | number>>
