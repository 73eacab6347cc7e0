import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanCode } from './clean.ts'
import {
  hasValidOrganisationCode,
  holdsPersonalNumber,
  isPersonalNumber,
  isUnkeepable,
  isUsableUscc,
  isUscc,
  judgeUscc,
  notInUscc,
  usccCheckCharacter,
  withoutPersonalNumbers,
} from './uscc.ts'

const organisation = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/)
const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const organisationOf = (body: string) =>
  letters.find((last) => hasValidOrganisationCode(`00000000${body}${last}0`)) ?? '0'
const begins = fc.constantFrom('91', '92', '93')

/** A resident's number that never was given: no such region. */
const resident = fc
  .record({
    region: fc.constantFrom('990199', '000000', '115199'),
    day: fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    no: fc.integer({ min: 0, max: 999 }),
  })
  .map(
    ({ region, day, no }) =>
      `${region}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(no).padStart(3, '0')}`,
  )
  .map((first17) => first17 + [...'0123456789X'].find((last) => isPersonalNumber(first17 + last)))

describe('a credit code by both checks', () => {
  test.each([
    ['91330421MA2RQ7K976', 'unproven-check'],
    ['990199189912310078', 'personal'],
    ['91330421MA2000101E', 'odd'],
    ['91330421MA2000101F', 'wrong'],
    ['9.133042107E+17', 'cut'],
    ['913304210700000000', 'cut'],
    ['9133O421MA2000101E', 'letter'],
    ['91330421MA2ZQ7K946', 'letter'],
    ['91330483MA2', 'wrong'],
    ['', 'wrong'],
    ['990199189912310079', 'personal'],
    ['99019918991231007', 'wrong'],
    ['990199991231007', 'personal'],
    ['990199991331007', 'wrong'],
    ['990199199902310085', 'wrong'],
    ['13900000000', 'personal'],
    ['+86 139-0000-0000', 'personal'],
    ['12900000000', 'wrong'],
  ])('%s is %s', (code, verdict) => expect(judgeUscc(cleanCode(code))).toBe(verdict))

  test('right by both is right, wrong in the 18th character alone needs proof', () => {
    fc.assert(
      fc.property(begins, organisation, fc.constantFrom(...letters), (begin, body, other) => {
        const first17 = `${begin}330421${body}${organisationOf(body)}`
        const last = usccCheckCharacter(first17) ?? ''
        expect(judgeUscc(first17 + last)).toBe('right')
        if (other === last || /^\d{15}000$/.test(first17 + other)) return
        expect(judgeUscc(first17 + other)).toBe('unproven-check')
        expect([isUsableUscc(first17 + other, false), isUsableUscc(first17 + other, true)]).toEqual([false, true])
        expect(isUnkeepable(first17 + other, false)).toBe(false)
      }),
    )
  })

  test('a resident’s number is never taken without proof, and never at all when GB 11714 denies it', () => {
    let [personal, proven] = [0, 0]
    fc.assert(
      fc.property(resident, (number) => {
        const verdict = judgeUscc(number)
        expect(['personal', 'unproven-resident']).toContain(verdict)
        expect(isUnkeepable(number, false)).toBe(true)
        expect(isUsableUscc(number, false)).toBe(false)
        expect(isUnkeepable(number, true)).toBe(!hasValidOrganisationCode(number))
        if (verdict === 'personal') personal++
        else proven++
      }),
      { numRuns: 2_000 },
    )
    expect(personal).toBeGreaterThan(1_500)
    expect(proven).toBeGreaterThan(50)
  })

  test('about one resident’s number in 31 passes GB 32100: the check alone would let them in', () => {
    const passing = fc.sample(resident, 3_000).filter(isUscc)
    expect(passing.length).toBeGreaterThan(30)
    for (const number of passing) expect(isUsableUscc(number, false)).toBe(false)
  })

  test('firms begin 91, 92 or 93 and are never taken for persons', () => {
    const firm = fc.tuple(begins, resident).map(([begin, number]) => begin + number.slice(2, 17))
    fc.assert(
      fc.property(firm, (first17) => {
        for (const last of '0123456789X') expect(isUnkeepable(first17 + last, false)).toBe(false)
      }),
    )
  })
})

test('a letter that no code has is named by its first place, with what may be meant', () => {
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom('I', 'O', 'S', 'V', 'Z'), (at, letter) => {
      const code = `${'91330421MA2000101E'.slice(0, at)}${letter}${'91330421MA2000101E'.slice(at + 1)}`
      expect([judgeUscc(code), notInUscc(code)]).toMatchObject(['letter', { at: at + 1, letter }])
      expect(isUsableUscc(code, true)).toBe(false)
    }),
  )
  expect(notInUscc('91330421MA2000101E')).toBe(null)
})

describe('a resident’s number without its last place, or of 15 figures, by itself in a text', () => {
  const [seventeen, fifteen] = [`115199${'19491231'}002`, `115199${'491231'}002`]
  test.each([
    [seventeen],
    [fifteen],
    [`法人身份证${seventeen}，电话另附`],
    [`${fifteen}。`],
    ['１１５１９９４９１２３１００２'],
  ])('%s is known and not shown', (text) => {
    expect(holdsPersonalNumber(text)).toBe(true)
    expect(withoutPersonalNumbers(text.normalize('NFKC'))).not.toMatch(/\d{3}/)
  })
  test.each([
    ['of no province', '995199491231002'],
    ['without a day', '115199491331002'],
    ['a part of a longer number', `6${seventeen}12`],
    ['a part of a code', `A${fifteen}`],
    ['a fraction', `0.${seventeen}`],
    ['the registration number of a firm', '330421490101003'],
    ['a credit code', '91330421MA2000101E'],
    ['a day and a time', '20261130093015123'],
  ])('%s is none: %s', (_, text) => expect(holdsPersonalNumber(text)).toBe(false))
})
