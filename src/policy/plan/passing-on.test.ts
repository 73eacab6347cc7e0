import fc from 'fast-check'
import { expect, it } from 'vitest'
import { handingOnOf, type KnownOpinion, type Sent } from '../../../tests/support/programmes/handing-on.ts'
import { addDays } from '../../shared/dates.ts'
import { passingOn, type Turn } from './passing-on.ts'

const calendar = {
  isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()),
  isProvisional: () => false,
}
const known = [{ since: null, calendar }] as const
/** A newer list gives Mondays off. */
const longWeekends = { ...calendar, isWorkingDay: (day: string) => ![0, 1, 6].includes(new Date(day).getUTCDay()) }
const rule = { passOn: { workingDays: 3, source: 'inferred' as const } }
const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const turn = (submitted: string, { passed, back }: { passed?: string; back?: string } = {}): Turn => ({
  submittedAt: at(submitted),
  passedOnAt: passed === undefined ? null : at(passed),
  backAt: back === undefined ? null : at(back),
})
const on = (today: string, ...turns: Turn[]) => passingOn(rule, turns, at(today), known)
/** Not handed on: its day, and that of what the county has now. */
const open = (by: string, openBy: string | null = by) => ({ by, doneAt: null, openBy })
const done = (by: string, doneOn: string, openBy: string | null = null) => ({ by, doneAt: at(doneOn), openBy })

it('a return does not begin the days again: what was overdue stays so (G5.5)', () => {
  expect(on('2026-06-10', turn('2026-06-01'))).toEqual(open('2026-06-04'))
  const back = turn('2026-06-01', { back: '2026-06-10' })
  expect(on('2026-06-11', back)).toEqual(open('2026-06-04', null))
  expect(on('2026-06-12', back, turn('2026-06-12'))).toEqual(open('2026-06-04'))
  const passed = turn('2026-06-12', { passed: '2026-06-12' })
  expect(on('2026-07-01', back, passed)).toEqual(done('2026-06-04', '2026-06-12'))
})

it('the working days in which the park has it back do not count, nor is anything asked of the county meanwhile', () => {
  const back = turn('2026-06-01', { back: '2026-06-02' })
  expect(on('2026-06-20', back)).toBeNull()
  expect(on('2026-06-12', back, turn('2026-06-12'))).toEqual(open('2026-06-16'))
})

it('what went back on the last day and comes again on a rest day is handed on on the next working day', () => {
  const back = turn('2026-06-01', { back: '2026-06-04' })
  expect(on('2026-06-05', back, turn('2026-06-05'))).toEqual(open('2026-06-05'))
  expect(on('2026-06-06', back, turn('2026-06-06'))).toEqual(open('2026-06-08'))
})

it('what was handed on and came back from above begins anew, and its lateness stays on record', () => {
  const inTime = turn('2026-06-01', { passed: '2026-06-03', back: '2026-06-20' })
  expect(on('2026-06-22', inTime, turn('2026-06-22'))).toEqual(open('2026-06-25'))
  const late = turn('2026-06-01', { passed: '2026-06-08', back: '2026-06-20' })
  expect(on('2026-06-22', late, turn('2026-06-22'))).toEqual(done('2026-06-04', '2026-06-08', '2026-06-25'))
  expect(on('2026-06-29', late, turn('2026-06-22'))).toEqual(open('2026-06-25'))
})

it('a newer list of rest days moves what is open, and judges nothing anew that is over', () => {
  const later = {
    isWorkingDay: (day: string) => calendar.isWorkingDay(day) && day > '2026-06-09',
    isProvisional: () => false,
  }
  const by = (entered: string, today: string, ...turns: Turn[]) =>
    passingOn(rule, turns, at(today), [...known, { since: at(entered), calendar: later }])
  expect(by('2026-06-03', '2026-06-04', turn('2026-06-01'))?.by).toBe('2026-06-12')
  // Overdue, handed on late, handed on in time: before the list was entered.
  expect(by('2026-06-05', '2026-06-08', turn('2026-06-01'))?.by).toBe('2026-06-04')
  expect(by('2026-06-09', '2026-06-10', turn('2026-06-01', { passed: '2026-06-08' }))?.by).toBe('2026-06-04')
  expect(by('2026-06-03', '2026-06-10', turn('2026-06-01', { passed: '2026-06-02' }))?.by).toBe('2026-06-04')
  // The park has it back in time, so that nothing is over.
  const back = turn('2026-06-01', { back: '2026-06-02' })
  expect(by('2026-06-08', '2026-06-11', back, turn('2026-06-10'))?.by).toBe('2026-06-15')
  // A handing-on that begins after the list goes by it.
  const done = turn('2026-06-01', { passed: '2026-06-02', back: '2026-06-04' })
  expect(by('2026-06-03', '2026-06-05', done, turn('2026-06-05'))?.by).toBe('2026-06-12')
})

it('is nothing before the first submission, nor where the edition names no time', () => {
  expect(on('2026-06-01')).toBeNull()
  expect(passingOn({}, [turn('2026-06-01')], at('2026-06-02'), known)).toBeNull()
})

it('whatever is returned and sent again, a lateness once reached is never lost', () => {
  const gaps = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(gaps, (pairs) => {
      let day = '2026-06-01'
      let wasLate = false
      const turns: Turn[] = []
      for (const [held, away] of pairs) {
        const back = addDays(day, held)
        const now = on(back, ...turns, turn(day))
        if (now && back > now.by) wasLate = true
        turns.push(turn(day, { back }))
        day = addDays(back, away)
      }
      const after = on(day, ...turns)
      expect(after !== null).toBe(wasLate)
    }),
  )
})

it('is what a walk day by day finds, whatever was sent back, filed again and handed on', () => {
  const opinions = ['county-economy', 'county-finance', 'province-economy'] as const
  const hours = fc.nat(9 * 24)
  const history = fc.array(fc.tuple(hours, fc.constantFrom('back', 'handed-on', 'back-from-above'), hours, hours), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(history, fc.boolean(), hours, hours, (acts, isWithCounty, later, entered) => {
      const known = [
        { since: new Date(0), calendar },
        { since: new Date(at('2026-06-01').getTime() + entered * 3_600_000), calendar: longWeekends },
      ] as const
      let now = at('2026-06-01')
      const pass = (more: number) => {
        now = new Date(now.getTime() + more * 3_600_000)
        return now
      }
      const sent: Sent[] = []
      const turns: Turn[] = []
      const send = (submittedAt: Date, given: KnownOpinion[], passedOnAt: Date | null, backAt: Date | null) => {
        sent.push({ at: submittedAt, opinions: given })
        turns.push({ submittedAt, passedOnAt, backAt })
      }
      for (const [away, act, held, above] of acts) {
        const submittedAt = pass(away)
        const economy = { seat: 'county-economy', verdict: 'approve', at: submittedAt }
        const finance = { seat: 'county-finance', verdict: act === 'back' ? 'return' : 'approve', at: pass(held) }
        const spokenAt = act === 'back' ? null : finance.at
        const province = { seat: 'province-economy', verdict: 'return', at: pass(above) }
        const given = [economy, finance, ...(act === 'back-from-above' ? [province] : [])]
        send(submittedAt, given, spokenAt, given.find(({ verdict }) => verdict === 'return')?.at ?? null)
      }
      if (isWithCounty) send(pass(later), [], null, null)
      pass(later)
      const found = passingOn(rule, turns, now, [{ ...known[0], since: null }, known[1]])
      const walked = handingOnOf({ ...rule, opinions: [...opinions] }, sent, now, known)
      expect(found && { dueOn: found.by, doneAt: found.doneAt, openBy: found.openBy }).toEqual(walked)
    }),
    { numRuns: 2000 },
  )
})
