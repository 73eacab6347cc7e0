import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { patched, storeOf, TypedFields, type TypedStore } from './typed-texts.tsx'
import { type GridColumn, repeatedRows, useFieldGrid } from './use-field-grid.ts'

type Firm = {
  readonly id: string
  readonly name: string
  readonly revenue: number | null
  readonly assets: number | null
}

const columns: GridColumn<Firm>[] = [
  { key: 'name', title: { zh: '名称', en: 'Name' }, kind: 'text' },
  { key: 'revenue', title: { zh: '营业收入(万元)', en: 'Revenue (10,000 yuan)' }, kind: 'number' },
  { key: 'assets', title: { zh: '资产总额(万元)', en: 'Assets (10,000 yuan)' }, kind: 'number' },
  { key: 'id', title: { zh: '规模', en: 'Size' }, kind: 'text', show: () => '' },
]
let rows: Firm[]
let texts: ReturnType<typeof patched>
let made = 0
beforeEach(() => {
  rows = []
  texts = {}
})

let found: ReturnType<typeof useFieldGrid<Firm>>
function Grid() {
  found = useFieldGrid<Firm>({
    name: 'rows',
    columns,
    rows,
    onChange: (next) => {
      rows = next
    },
    newRow: () => ({ id: `row-${made++}`, name: '', revenue: null, assets: null }),
    maxRows: 500,
  })
  return null
}

const Fields: FunctionComponent<{ store: TypedStore }> = (props) => TypedFields({ children: null, ...props })

/** The grid as it stands. */
function grid() {
  const store = storeOf(texts, (patch) => {
    texts = patched(texts, patch)
  })
  renderToStaticMarkup(createElement(Fields, { store }, createElement(Grid)))
  return found
}

const sheet = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\n')

it('takes figures by the titles of the block, whatever their order', () => {
  const pasted = grid().pasteText(
    0,
    0,
    sheet(['名称', '资产总额(万元)', '营业收入(万元)'], ['甲', '900', '百万'], ['乙', '8', '2']),
  )
  expect(pasted).toMatchObject({ rows: 2, over: 0 })
  expect(rows).toMatchObject([
    { name: '甲', revenue: null, assets: 900 },
    { name: '乙', revenue: 2, assets: 8 },
  ])
  expect(texts).toEqual({ [`rows.${rows[0]?.id}.revenue`]: { text: '百万', problem: 'notANumber' } })
})

it('says how many rows found no room, and which columns', () => {
  const firms = Array.from({ length: 600 }, (_, at) => [`企业${at}`, '1', '2', '小型', '甲'])
  rows = Array.from({ length: 5 }, (_, at) => ({ id: `old-${at}`, name: '原有', revenue: null, assets: null }))
  const pasted = grid().pasteText(5, 0, sheet(...firms))
  expect(rows).toHaveLength(500)
  expect(pasted).toMatchObject({ rows: 495, over: 105, leftColumns: [4, 5] })
})

it('writes nothing where the titles cannot be matched, and says which', () => {
  rows = [{ id: 'old', name: '原有', revenue: 1, assets: 2 }]
  const pasted = grid().pasteText(0, 0, sheet(['名称', '营业收入(万元)', '营业收入(万元)'], ['甲', '1', '2']))
  expect(rows).toEqual([{ id: 'old', name: '原有', revenue: 1, assets: 2 }])
  expect(pasted).toMatchObject({ rows: 0, over: 0, unclear: ['营业收入(万元)'] })
})

it('names the first row above that holds the same where no two may, however it is written', () => {
  const uscc: GridColumn<Firm> = { key: 'name', title: { zh: '代码', en: 'Code' }, kind: 'uscc', unique: true }
  const firms = ['91A', '', '91 a', '92B', '', '91A'].map((name, at) => ({ id: `r${at}`, name, revenue: 1, assets: 1 }))
  expect([...repeatedRows(firms, uscc)]).toEqual([
    ['r2', 0],
    ['r5', 0],
  ])
  expect([...repeatedRows(firms, { ...uscc, unique: false })]).toEqual([])
})

it('clears what a paste does not cover where a row becomes that of another firm, and names it', () => {
  const old = { id: 'old', name: '甲厂', revenue: 5, assets: 6 }
  const same = { id: 'same', name: '乙 厂', revenue: 7, assets: 8 }
  const named = columns.map((column) => (column.key === 'name' ? { ...column, kind: 'name' as const } : column))
  columns.splice(0, columns.length, ...named)
  rows = [old, same]
  texts = { 'rows.old.assets': { text: '六', problem: 'notANumber' } }
  const pasted = grid().pasteText(0, 0, sheet(['丙厂', '1'], ['乙厂', '2']))
  expect(rows).toEqual([
    { ...old, name: '丙厂', revenue: 1, assets: null },
    { ...same, name: '乙厂', revenue: 2 },
  ])
  expect(pasted.cleared).toEqual([{ row: 1, titles: [columns[2]?.title] }])
  expect(texts).toEqual({})
  rows = [old, same]
  grid().pasteText(0, 0, '丁厂')
  expect(rows[0]).toEqual({ ...old, name: '丁厂' })
})
