import { describe, expect, it } from 'vitest'
import { zj2023 } from '../editions/data/zj-2023.ts'
import { zj2025 } from '../editions/data/zj-2025.ts'
import { obligationOf } from '../editions/edition.ts'
import type { FilingState } from '../filings/filing.ts'
import { mayPublishResults, mayWithdrawResults, publicationState } from './publication.ts'

const midTerm = (state: FilingState) => ({ rule: obligationOf(zj2023, 'mid-term-evaluation'), state })
const final = (state: FilingState) => ({ rule: obligationOf(zj2023, 'final-evaluation'), state })

describe('the publication of results (G5.3)', () => {
  it.each<FilingState>(['draft', 'submitted', 'returned', 'approved'])(
    'is refused while the county has it %s',
    (state) => {
      const no = mayPublishResults(zj2023, { report: midTerm(state), standing: false })
      expect(no).toMatchObject({ code: 'evaluation.publish-after-record', clause: 'G5.3' })
    },
  )

  it('comes once the report is on record, or approved where nobody records it', () => {
    expect(mayPublishResults(zj2023, { report: midTerm('recorded'), standing: false })).toBeNull()
    expect(mayPublishResults(zj2023, { report: final('approved'), standing: false })).toBeNull()
  })

  it('stands once at a time, under the clause of its edition', () => {
    const report = { rule: obligationOf(zj2025, 'final-evaluation'), state: 'recorded' as const }
    expect(mayPublishResults(zj2025, { report, standing: true })).toMatchObject({
      code: 'evaluation.published-before',
      clause: 'H7',
    })
  })

  it('is none of an edition that publishes none', () => {
    const edition = { evaluationCourse: { ...zj2023.evaluationCourse, publication: null } }
    expect(mayPublishResults(edition, { report: midTerm('recorded'), standing: false })?.code).toBe(
      'evaluation.publication-not-asked',
    )
  })

  it('is withdrawn while it is on display, and no more once it is over or has ended', () => {
    const rule = zj2023.evaluationCourse.publication
    if (!rule) throw new Error('the edition publishes results')
    const running = { untilOn: '2027-03-08', ended: null }
    const at = (publication: Parameters<typeof publicationState>[0], today: string) => [
      publicationState(publication, today),
      mayWithdrawResults(rule, publication, today)?.code ?? null,
    ]
    expect(at(running, '2027-03-08')).toEqual(['running', null])
    expect(at(running, '2027-03-09')).toEqual(['over', 'common.not-in-state'])
    expect(at({ ...running, ended: 'lapsed' }, '2027-03-08')).toEqual(['lapsed', 'common.not-in-state'])
    expect(at({ ...running, ended: 'withdrawn' }, '2027-03-08')).toEqual(['withdrawn', 'common.not-in-state'])
  })
})
