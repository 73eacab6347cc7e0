import { describe, expect, it } from 'vitest'
import { keepable } from '../shared/typed-text.ts'
import { readBlock, readCell, readDayWithin, readFigure, readMinuteWithin, writeCell } from './grid-cell.ts'

describe('a block copied from Excel or WPS', () => {
  it('is rows by line and cells by tab, with either line end and without the empty last line', () => {
    expect(readBlock('培训\t5\r\n认证\t2\r\n')).toEqual([
      ['培训', '5'],
      ['认证', '2'],
    ])
    expect(readBlock('培训\t5\n认证\t2')).toEqual([
      ['培训', '5'],
      ['认证', '2'],
    ])
  })

  it('keeps quoted line breaks, tabs and doubled quotes in one cell', () => {
    expect(readBlock('"第一行\n第""二""行"\t3\n')).toEqual([['第一行\n第"二"行', '3']])
  })

  it('keeps empty cells and a quote inside a text', () => {
    expect(readBlock('a\t\tc"d')).toEqual([['a', '', 'c"d']])
  })
})

describe('a cell', () => {
  it('reads amounts as fen and refuses a third decimal', () => {
    expect(readCell('money', '¥1,234.5')).toEqual({ value: 123450 })
    expect(readCell('money', '１２元')).toEqual({ value: 1200 })
    expect(readCell('money', '12.345')).toEqual({ problem: 'notAnAmount' })
    expect(readCell('money', ' ')).toEqual({ value: null })
  })

  it('reads numbers and percentages', () => {
    expect(readCell('number', '1,200')).toEqual({ value: 1200 })
    expect(readCell('percent', '12.5%')).toEqual({ value: 12.5 })
    expect(readCell('number', 'abc')).toEqual({ problem: 'notANumber' })
    expect(readCell('number', '1e9')).toEqual({ problem: 'notANumber' })
    for (const text of ['12,5', '1,20']) expect(readCell('number', text)).toEqual({ problem: 'ambiguousNumber' })
    expect(readCell('number', '5%')).toEqual({ problem: 'otherUnit', from: '%' })
  })

  it('takes the unit that its column or its row is counted in, and no other', () => {
    expect(readCell('number', '95 %', [], { units: ['%'] })).toEqual({ value: 95 })
    expect(readCell('number', '９５％', [], { units: ['%'] })).toEqual({ value: 95 })
    expect(readCell('number', '(3.2%)', [], { units: ['%'] })).toEqual({ value: -3.2 })
    expect(readCell('number', '1.2亿元', [], { units: ['万元'] })).toEqual({
      problem: 'otherUnit',
      from: '亿元',
      to: '万元',
    })
    expect(readCell('number', '95‰', [], { units: ['%'] })).toEqual({ problem: 'otherUnit', from: '‰', to: '%' })
    expect(readCell('number', '95,5%', [], { units: ['%'] })).toEqual({ problem: 'ambiguousNumber' })
  })

  it('knows an option by its value, its name, and what people call it besides', () => {
    const options = [
      { value: 'IND', text: '工业', also: ['制造业', 'Industry'] },
      { value: 'P1', text: 'P1 精准服务试点企业数', also: ['精准服务试点企业数'] },
    ]
    for (const text of ['IND', '工业', ' 工 业', '制造业\u200b', 'industry'])
      expect(readCell('select', text, options)).toEqual({ value: 'IND' })
    for (const text of ['p1', 'Ｐ1', '精准服务 试点企业数'])
      expect(readCell('select', text, options)).toEqual({ value: 'P1' })
    expect(readCell('choices', '制造业；p1', options)).toEqual({ value: ['IND', 'P1'] })
    expect(readCell('select', '采矿', options)).toEqual({ problem: 'notAnOption' })
  })

  it('takes none of two options that bear the name', () => {
    const options = [
      { value: 'WHO', text: '批发业', also: ['批发和零售业'] },
      { value: 'RET', text: '零售业', also: ['批发和零售业'] },
    ]
    expect(readCell('select', '批发和零售业', options)).toEqual({ problem: 'notAnOption' })
    expect(readCell('select', '零售业', options)).toEqual({ value: 'RET' })
  })

  it('keeps a text that is longer than the cell takes, with its length and the limit', () => {
    const text = '字'.repeat(201)
    expect(readCell('text', text, [], { most: 200 })).toEqual({ problem: 'tooLong', from: '201', to: '200' })
    expect(readCell('text', `${text.slice(1)}\u200b `, [], { most: 200 })).toMatchObject({ value: expect.anything() })
    expect(readCell('text', '一\n二', [], { most: 3, long: true })).toEqual({ value: '一\n二' })
    expect(readCell('text', ' ', [], { most: 3 })).toEqual({ value: '' })
  })

  it('takes no name or text with the number of a person, and keeps the rest of it', () => {
    const inside = { problem: 'personalNumberInside' } as const
    for (const typed of ['990199189912310078', '张三 990199189912310078', '张三９９０１９９１８９９１２３１００７８'])
      expect(readCell('text', typed), typed).toEqual(inside)
    expect(readCell('list', '甲、990199189912310078')).toEqual(inside)
    expect(keepable('张三 990199189912310078', inside)).toMatchObject({ text: '张三 ******' })
    expect(keepable('9901，9918，9912，3100，78', inside)).toMatchObject({ text: '' })
    for (const typed of ['25332000000123456789', '开户行 6222021202990199189912310078', '合同 33042120260001'])
      expect(readCell('text', typed), typed).toEqual({ value: typed })
  })

  it('names the range that a number or a day lies outside of', () => {
    expect(readFigure('1999', { min: 2020, max: 2100 })).toEqual({ problem: 'outOfRange', from: '2020', to: '2100' })
    expect(readFigure('2.5', { whole: true })).toEqual({ problem: 'notWhole' })
    expect(readDayWithin('2026-11-30', { to: '2026-11-29' })).toEqual({
      problem: 'outOfRange',
      from: undefined,
      to: '2026-11-29',
    })
    expect(readDayWithin('20261129', { to: '2026-11-29' })).toEqual({ value: '2026-11-29' })
  })

  it('reads days as clerks write them and refuses days that do not exist', () => {
    for (const text of ['2026-6-3', '2026/06/03', '2026.6.3', '2026年6月3日']) {
      expect(readCell('day', text)).toEqual({ value: '2026-06-03' })
    }
    expect(readCell('day', '2026-02-30')).toEqual({ problem: 'notADay' })
  })

  it('finds an option by its value or its words', () => {
    const options = [{ value: 'talent', text: '人才引育' }]
    expect(readCell('select', '人才引育', options)).toEqual({ value: 'talent' })
    expect(readCell('select', 'talent', options)).toEqual({ value: 'talent' })
    expect(readCell('select', '别的', options)).toEqual({ problem: 'notAnOption' })
  })

  it('writes what it reads', () => {
    expect(writeCell('money', 123450)).toBe('1,234.50')
    expect(writeCell('number', null)).toBe('')
  })
})

it('a figure in the unit of its column, one with the digits of a division, a quarter in words', () => {
  expect(readCell('number', '3000万', [], { units: ['万元'] })).toEqual({ value: 3000 })
  expect(readCell('number', '50名', [], { units: ['人'] })).toEqual({ value: 50 })
  expect(readCell('number', '1234.5678901')).toEqual({ value: 1234.56789 })
  expect(readCell('money', '3万元')).toEqual({ problem: 'otherUnit', from: '万元', to: '元' })
  const quarters = [{ value: '2026Q3', text: '2026年三季度' }]
  for (const text of ['2026年第三季度', '2026年3季度', '2026Q3', '2026年三季度'])
    expect(readCell('select', text, quarters)).toEqual({ value: '2026Q3' })
  expect(readCell('select', '2027年第三季度', quarters)).toEqual({ problem: 'notAnOption' })
})

it('names the bound that was missed, and the other one where it says something', () => {
  const amount = { min: 0, max: 1e12 }
  expect(readCell('number', '-3', [], amount)).toEqual({ problem: 'outOfRange', from: '0', to: undefined })
  expect(readCell('number', '2000000000000', [], amount)).toMatchObject({ problem: 'outOfRange', to: '1000000000000' })
  expect(readCell('number', '-5', [], { min: 0, max: 100 })).toEqual({ problem: 'outOfRange', from: '0', to: '100' })
})

it('takes no figure from two lines, no day from two, and no name from several or from what is none', () => {
  for (const kind of ['number', 'percent', 'money'] as const) {
    for (const text of ['1\n860', '2\t30', '860\r\n900'])
      expect(readCell(kind, text)).toEqual({ problem: 'twoFigures' })
    expect(readCell(kind, '\t5\n')).toMatchObject({ value: kind === 'money' ? 500 : 5 })
  }
  expect(readFigure('2\n30')).toEqual({ problem: 'twoFigures' })
  expect(readCell('day', '2026-5-1\n2')).toEqual({ problem: 'notADay' })
  expect(readCell('day', '2026-5-1\n00:00')).toEqual({ value: '2026-05-01' })
  expect(readCell('name', '甲厂\n乙厂')).toEqual({ problem: 'severalNames' })
  for (const text of ['2026/5/1', '46143', '#N/A']) expect(readCell('name', text)).toEqual({ problem: 'notAName' })
  expect(readCell('name', '甲机械\n有限公司')).toEqual({ value: '甲机械\n有限公司' })
})

it('a number on two lines is told, a credit code that was only broken over them is taken', () => {
  expect(readCell('code', '0573-84000000\n0573-84000001')).toEqual({ problem: 'severalCodes' })
  expect(readCell('code', '0573-84000000\n')).toEqual({ value: '0573-84000000\n' })
  expect(readCell('uscc', '91330421MA\n2000101E')).toEqual({ value: '91330421MA2000101E' })
  expect(readCell('uscc', '91330421MA2000101E\n91330421MA2000103E')).toEqual({ problem: 'severalCodes' })
})

it('reads a day with its time as people write one, and holds it in its range', () => {
  expect(readMinuteWithin('')).toEqual({ value: null })
  expect(readMinuteWithin('2026/11/30 8：05')).toEqual({ value: '2026-11-30 08:05' })
  expect(readMinuteWithin('2026-11-30')).toEqual({ problem: 'notAMinute' })
  expect(readMinuteWithin('2026-11-30 20:16', { to: '2026-11-30 20:15' })).toEqual({
    problem: 'outOfRange',
    to: '2026-11-30 20:15',
  })
})
