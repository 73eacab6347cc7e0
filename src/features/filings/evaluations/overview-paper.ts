import { type Asking, download } from '../../../platform/command.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import { writeSheets } from '../../../platform/documents/sheets.ts'
import { notFound } from '../../../platform/errors.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { differencesText } from '../../../policy/evaluation/comparison.ts'
import { evaluationStateNames } from '../../../policy/evaluation/course.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import {
  asWord,
  dayText,
  fileNameOf,
  notIssued,
  ordinal,
  type PaperTexts,
  paperTexts,
} from '../../programme/papers/public.ts'
import { unitById } from '../../programme/units/public.ts'
import * as contract from './overview-contract.ts'
import { type Compared, overviewView } from './overview-views.ts'
import { words } from './words.ts'

type Said = Spoken<typeof words> & PaperTexts
type AskedPaper = Parameters<typeof overviewView>[1] & { readonly language: Language }

/** What the page of compared evaluations shows, to brief from. */
export const comparisonWord = download(contract.comparisonWord, async ({ search }, asking) =>
  asWord(await paperOf(asking, search)),
)

export const comparisonSheets = download(contract.comparisonSheets, async ({ search }, asking) => {
  const paper = await paperOf(asking, search)
  return { fileName: `${fileNameOf(paper)}.xlsx`, mediaType: xlsxMediaType, content: () => writeSheets(paper) }
})

async function paperOf({ tx, actor, now }: Asking, { language, ...asked }: AskedPaper) {
  const compared = await overviewView(tx, asked, dayOf(now))
  const batch = compared.batches.find(({ batchId }) => batchId === compared.batchId)
  if (!batch || compared.rows.length === 0) throw notFound({ zh: '评价', en: 'evaluation' })
  const said: Said = { ...speak(words, language), ...paperTexts(language) }
  const unit = await unitById(tx, actor.unitId)
  const head = { unit: unit?.name ?? '', batch: batch.name, on: dayText(dayOf(now), said) }
  return notIssued(draw(compared, head, said), null, said)
}

type Head = { readonly unit: string; readonly batch: string; readonly on: string }

function draw(compared: Compared, { unit, batch, on }: Head, said: Said): PaperContent {
  const chapters: readonly PaperTable[] = [
    gradesOf(compared, said),
    spreadsOf(said.parts, compared.parts, said),
    spreadsOf(said.indicators, compared.items, said),
    rankingOf(compared, said),
  ]
  return {
    title: `${said.programme}\n${said.comparisonTitle(batch, compared.name?.[said.language] ?? '')}`,
    subtitle: { left: unit, right: on },
    lie: 'portrait',
    blocks: chapters.flatMap((table, at): PaperBlock[] => [
      { kind: 'heading', level: 1, text: said.heading(ordinal(at + 1, said), table.name) },
      table,
    ]),
    page: said.page,
    signatures: [],
  }
}

const left = (title: string, width: number): FormColumn => ({ title, width, kind: 'text', align: 'left' })
const points = (title: string, width = 10): FormColumn => ({ title, width, kind: 'points', align: 'right' })

function gradesOf({ grades, notRated, pilots }: Compared, said: Said): PaperTable {
  const counted = [...grades, { name: evaluationStateNames['not-rated'], count: notRated }]
  const rated = counted.reduce((sum, { count }) => sum + count, 0)
  return {
    kind: 'table',
    name: said.distribution,
    columns: [
      left(said.grade, 30),
      { title: said.pilots, width: 15, kind: 'number', align: 'right' },
      { title: said.portion, width: 15, kind: 'percent', align: 'right' },
    ],
    rows: counted.map(({ name, count }) => [name[said.language], count, rated === 0 ? null : (count / rated) * 100]),
    notes: [said.inForceOf(rated, pilots)],
  }
}

function spreadsOf(name: string, rows: Compared['items'], said: Said): PaperTable {
  const figures = [said.points, said.least, said.mean, said.most].map((title) => points(title))
  return {
    kind: 'table',
    name,
    columns: [left(said.item, 36), ...figures, { title: said.share, width: 12, kind: 'percent', align: 'right' }],
    rows: rows.map(({ name: item, points: most, spread, sharePercent }) => [
      item[said.language],
      most,
      ...(spread ? [spread.least, spread.mean, spread.most] : [null, null, null]),
      sharePercent,
    ]),
    notes: [said.shareNote],
  }
}

function rankingOf({ rows }: Compared, said: Said): PaperTable {
  const { language } = said
  return {
    kind: 'table',
    name: said.ranking,
    columns: [
      { title: said.rank, width: 6, kind: 'number' },
      left(said.park, 20),
      left(said.county, 12),
      points(said.total, 9),
      left(said.grade, 10),
      points(said.change, 9),
      left(said.why, 34),
    ],
    rows: rows.map(({ rank, parkName, countyName, points: total, grade, state, change, why }) => [
      rank,
      parkName,
      countyName,
      total,
      (grade ?? evaluationStateNames[state])[language],
      change,
      differencesText(why)[language],
    ]),
    notes: [said.overviewNote],
  }
}
