import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liaisonGaps, servesOn } from './liaison.ts'
import { lastRecorded, takenRow, takeOver } from './liaison-takeover.ts'

const parks = ['归谷智造园', '大云精密园', '旧园']
const day = fc.constantFrom('2026-01-01', '2026-06-30', '2026-11-29', '2027-01-01')
const officer = fc.record({
  officerId: fc.uuid(),
  unitKind: fc.constantFrom('economy' as const, 'finance' as const, 'park' as const),
  unit: fc.constantFrom(...parks),
  name: fc.constantFrom('甲', '乙', '丙', '丁'),
  office: fc.constant('科室'),
  duty: fc.constant(''),
  phone: fc.constant('0573-84000001'),
  mobile: fc.constant(''),
  seat: fc.constantFrom('A' as const, 'B' as const),
  from: day,
  until: fc.oneof(fc.constant('' as const), day),
  remark: fc.constant(''),
})

it('takes over whoever serves and is about this list, once, with the days of the service; the rest is told (G5.1)', () => {
  fc.assert(
    fc.property(fc.array(officer, { maxLength: 12 }), day, (former, today) => {
      const parkNames = parks.slice(0, 2)
      const { taken, left } = takeOver(former, { rows: [], parkNames, today })
      expect(taken.length + left.length).toBe(former.length)
      for (const one of taken) {
        expect(servesOn(one, today)).toBe(true)
        expect(one.unitKind === 'park' && one.unit === '旧园').toBe(false)
      }
      for (const { officer: one, why } of left) expect(servesOn(one, today)).toBe(why !== 'ended')
      const rows = taken.map((one, i) => takenRow(one, String(i)))
      expect(rows.map((row) => [row.from, row.until ?? ''])).toEqual(taken.map((one) => [one.from, one.until]))
      const foreign = liaisonGaps({ officers: { rows } }, parkNames).filter((gap) => gap.zh.includes('不是本县本批次'))
      expect(foreign).toEqual([])
      expect(takeOver(former, { rows, parkNames, today }).taken).toEqual([])
    }),
  )
})

it('begins from the list that was recorded last, whichever batch is the newest, never from its own or an unrecorded one (G5.1)', () => {
  const list = (batchId: string, batchName: string, recordedOn: string | null) => ({ batchId, batchName, recordedOn })
  const own = list('own', '2027年第一批', '2027-02-01')
  const lists = [
    own,
    list('b', '2026年第二批', null),
    list('c', '2026年第一批', '2026-04-20'),
    list('d', '2025年第三批', '2026-11-02'),
  ]
  expect(lastRecorded(lists, 'own')?.batchId).toBe('d')
  expect(lastRecorded([...lists, list('e', '2026年第十批', '2026-11-02')], 'own')?.batchId).toBe('e')
  expect(lastRecorded([own, list('b', '2026年第二批', null)], 'own')).toBeNull()
})
