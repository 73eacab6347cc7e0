import { getDayDetail } from 'chinese-days'
import { expect, it } from 'vitest'
import { holidayName } from './holiday-names.ts'

it('every holiday of an announced year has an English name', () => {
  const days = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))
  const names = new Set(days.map((day) => getDayDetail(day).name.split(',')[1] ?? '').filter((name) => name !== ''))
  expect(names.size).toBeGreaterThan(5)
  for (const name of names) expect(holidayName(name).en).toMatch(/^[A-Z][\w -]+$/)
})

it('two that fall together are both named; another name stays as it is', () => {
  expect(holidayName('国庆节、中秋节')).toEqual({ zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' })
  expect(holidayName('抗战胜利纪念日')).toEqual({ zh: '抗战胜利纪念日', en: '抗战胜利纪念日' })
})
