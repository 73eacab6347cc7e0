import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty, type Park } from '../../../../database/demo/programme.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../../../../tests/support/half-yearly.ts'
import { showReturn } from '../../../../tests/support/returns.ts'
import { linesOf } from '../../../../tests/support/spreadsheet.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import {
  emptyReasons,
  mergedFigures,
  tableFigures,
  whyEmpty,
  whyPartEmpty,
} from '../../../policy/returns/empty-figure.ts'
import * as papers from '../papers/contract.ts'
import * as contract from './contract.ts'

const period = '2026H1'
const languages = ['zh', 'en'] as const
let world: World
let county: County
let batchId: string
let park: Park
let filingId: string
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  batchId = await halfYearlyBatch(world)
  park = await halfYearlyPilot(world, batchId, county.first)
  await halfYearlyPilot(world, batchId, county.second)
  world.setClock('2026-07-06')
  filingId = await acceptedTable(world, park, period)
})
afterAll(() => world.stop())

const economy = () => world.as('嘉善县经信局·经办')

/** Where the figures of a park's table stand on its form: periods, rate, gap, proofs, and what is accepted. */
const places = { thisPeriod: 8, thisYear: 9, total: 10, rate: 11, gap: 12, proofs: 13, accepted: 15 } as const

it.each(languages)('workbook and paper of a table say in each cell what the screen says (%s)', async (language) => {
  const { rows } = await showReturn(world, filingId, `${park.name}·负责人`)
  const client = await economy()
  const given = { params: { filingId }, search: { language } }
  const sheet = await linesOf((await client.call(papers.filingSheets, given)).raw)
  const word = await readWord((await client.call(papers.filingWord, given)).raw)
  const paper = word.tables.flat()
  const legends = [sheet.map((line) => line.join('|')).join('\n'), [...word.paragraphs, ...paper.flat()].join('\n')]
  expect(rows.filter((row) => row.source !== null).map((row) => row.indicator)).toEqual(['P8'])
  for (const row of rows) {
    const named = (line: readonly string[]) => line[3] === row.name[language]
    for (const line of [sheet.find(named), paper.find(named)]) {
      for (const figure of tableFigures) {
        const why = whyEmpty(row, figure)
        const text = line?.[places[figure]]
        if (!why) {
          expect(Number(text?.replaceAll(',', ''))).toBe(row[figure])
          continue
        }
        expect(text).toBe(emptyReasons[why].label[language])
        for (const legend of legends) expect(legend).toContain(emptyReasons[why].text[language])
      }
    }
  }
})

it.each(languages)(
  'the merged table and its workbook do so too, a park that is not accepted included (%s)',
  async (language) => {
    const client = await economy()
    const { body } = await client.call(contract.showTables, { search: { batchId, period } })
    const { table } = body
    if (!table) throw new Error('no table')
    const { raw } = await client.call(contract.tablesWorkbook, { search: { batchId, period, language } })
    const lines = await linesOf(raw)
    const legend = lines.map((line) => line.join('|')).join('\n')
    expect(table.columns.map(({ accepted }) => accepted)).toEqual([false, true])
    for (const row of table.rows) {
      const line = lines.find((one) => one[3] === row.name[language])
      const whys = [
        ...mergedFigures.map((figure) => whyEmpty(row, figure)),
        ...table.columns.map(({ accepted }, at) =>
          whyPartEmpty(row, { value: row.parts[at]?.total ?? null, accepted }),
        ),
      ]
      for (const [at, why] of whys.entries()) {
        if (!why) expect(line?.[6 + at]).toMatch(/^-?[\d.]+$/)
        else {
          expect(line?.[6 + at]).toBe(emptyReasons[why].label[language])
          expect(legend).toContain(emptyReasons[why].text[language])
        }
      }
    }
  },
)
