import { describe, expect, test } from 'vitest'
import { checkEdition } from './check-edition.ts'
import { editionList } from './edition.ts'
import { problemLine } from './edition-problem.ts'
import { editionRows } from './edition-rows.ts'
import type { SignatureRule } from './edition-rules.ts'

describe.each(editionList())('the signatures of $id', (edition) => {
  const { clause } = edition.restDays
  const of = (row: Partial<SignatureRule>) => ({
    ...edition,
    signatures: [{ act: 'release', seats: ['county-finance'], clause, source: 'inferred', ...row } as SignatureRule],
  })

  test.each<[string, Partial<SignatureRule>, RegExp]>([
    ['of nobody', { seats: [] }, /signatures.release.seats .*no seat/],
    ['of a bureau that does not release', { seats: ['county-economy'] }, /signatures.release.seats .*does not/],
    ['of a county that does not record', { act: 'recording', seats: ['county-finance'] }, /signatures.recording.seats/],
    ['by a clause that is none', { clause: 'G9' as never }, /signatures.release.clause/],
  ])('are refused %s', (_, row, problem) => {
    expect(checkEdition(of(row)).map(problemLine).join('\n')).toMatch(problem)
  })

  test('are told in words with their clause; the issued edition asks for none', () => {
    expect(checkEdition(of({}))).toEqual([])
    const told = (one: typeof edition) => editionRows(one).filter(({ key }) => key.startsWith('signatures.'))
    expect(told(edition)).toEqual([])
    expect(told(of({}))).toMatchObject([{ key: 'signatures.release', clause, source: 'inferred' }])
    expect(told(of({}))[0]?.says.zh).toContain('县级财政部门由经办拟定、负责人签发')
  })
})
