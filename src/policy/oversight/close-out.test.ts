import { describe, expect, test } from 'vitest'
import { zj2023 } from '../editions/data/zj-2023.ts'
import { zj2025 } from '../editions/data/zj-2025.ts'
import { deadEnds, unreachable } from '../lifecycle.ts'
import { type ArchivedFile, type ArchiveFacts, fourProperties, isInside } from './archive.ts'
import {
  closeOutLifecycle,
  closingClause,
  whyClosed,
  whyNotArchived,
  whyNotEnded,
  whyNotProposed,
  whyNotStep,
} from './close-out.ts'
import { type CloseOutFacts, conditionsOf, graceEnd, whyNotSettled } from './close-out-conditions.ts'

const settled: CloseOutFacts = {
  edition: zj2023,
  period: { from: '2023-01-01', to: '2024-12-31' },
  today: '2025-04-01',
  filings: [],
  evaluation: { state: 'not-owed' },
  services: [],
  payments: [],
  tranches: [],
  objections: [],
  signatures: [],
  measures: [],
  heldFen: 0,
  fundsHref: '/pilots/1/money',
  papers: [],
}
const item = { zh: '某事项', en: 'something', href: '/x' }

describe('the conditions of closing a pilot (G5.3)', () => {
  test('are met when nothing is open and the days of grace are over', () => {
    expect(whyNotSettled(settled)).toBeNull()
    expect(graceEnd(zj2023, settled.period)).toBe('2025-03-31')
    expect(conditionsOf(settled).filter(({ standing }) => standing !== 'met')).toMatchObject([
      { id: 'evaluation', standing: 'not-asked' },
    ])
  })

  test.each<[string, Partial<CloseOutFacts>, string]>([
    ['period', { today: '2024-12-31' }, 'G3.2'],
    ['grace', { today: '2025-03-31' }, 'G3.2'],
    ['filings', { filings: [item] }, 'G3.5'],
    ['evaluation', { evaluation: { state: 'waits', href: '/e' } }, 'G5.3'],
    ['services', { services: [item] }, 'G3.4'],
    ['payments', { payments: [item] }, 'G3.6'],
    ['tranches', { tranches: [item] }, 'G4.2'],
    ['objections', { objections: [item] }, 'G4.2'],
    ['signatures', { signatures: [item] }, 'G5.3'],
    ['measures', { measures: [item] }, 'G5.3'],
    ['balance', { heldFen: 1 }, 'G3.6'],
    ['papers', { papers: [item] }, 'G3.4'],
  ])('%s says what is open, by its clause, and refuses every step', (id, change, clause) => {
    const facts = { ...settled, ...change }
    const open = conditionsOf(facts).filter(({ standing }) => standing === 'open')
    expect(open.map((one) => one.id)).toContain(id)
    for (const { open: items } of open) expect(items.length).toBeGreaterThan(0)
    const told = [
      whyNotSettled(facts),
      whyNotProposed({ standing: null, facts }),
      whyNotStep({ standing: 'confirmed', facts }, 'record'),
    ]
    for (const refusal of told)
      expect(refusal).toMatchObject({ code: 'closing.condition-open', clause: id === 'grace' ? 'G3.2' : clause })
  })

  test('are told all at once, each with three of its items', () => {
    const refusal = whyNotSettled({ ...settled, services: [item, item, item, item], heldFen: 5 })
    expect([refusal?.facts.moreZh, refusal?.also.map(({ clause }) => clause)]).toEqual(['，另有 1 项', ['G3.6']])
  })

  test('cite the later edition by its own numbers', () => {
    const clauses = conditionsOf({ ...settled, edition: zj2025 }).map(({ id, clause }) => `${id} ${clause}`)
    expect(clauses).toEqual(expect.arrayContaining(['filings H6', 'evaluation H7', 'tranches H2', 'services G3.4']))
    expect(closingClause(zj2025)).toBe('H7')
  })
})

describe('the steps', () => {
  test('lead to an end from everywhere', () => {
    expect([unreachable(closeOutLifecycle, 'proposed'), deadEnds(closeOutLifecycle, ['recorded', 'ended'])]).toEqual([
      [],
      [],
    ])
  })

  test('are taken once and in order', () => {
    const at = (standing: 'proposed' | 'confirmed' | 'recorded' | null) => ({ standing, facts: settled })
    expect(whyNotProposed(at('proposed'))?.code).toBe('closing.proposed-before')
    expect(whyNotProposed(at('recorded'))?.code).toBe('closing.closed-before')
    expect(whyNotStep(at(null), 'confirm')?.code).toBe('closing.not-proposed')
    expect(whyNotStep(at('proposed'), 'record')?.code).toBe('common.not-in-state')
    expect(whyNotStep(at('recorded'), 'record')?.code).toBe('closing.closed-before')
    expect([whyNotStep(at('proposed'), 'confirm'), whyNotStep(at('confirmed'), 'record')]).toEqual([null, null])
  })

  test('are sent back by whose turn it is and taken back by the proposer, with a reason', () => {
    const reason = '付款回单需再核对'
    const end = (
      standing: 'proposed' | 'confirmed' | 'recorded' | null,
      seat: Parameters<typeof whyNotEnded>[1]['seat'],
      said = reason,
    ) => whyNotEnded({ standing, facts: settled }, { seat, reason: said })?.code ?? null
    expect([
      end('proposed', 'county-economy'),
      end('proposed', 'county-finance'),
      end('confirmed', 'province-finance'),
    ]).toEqual([null, null, null])
    expect(end('proposed', 'province-economy')).toBe('closing.not-your-turn')
    expect(end('confirmed', 'county-finance')).toBe('closing.not-your-turn')
    expect(end('confirmed', null)).toBe('closing.not-your-turn')
    expect(end('recorded', 'county-economy')).toBe('closing.closed-before')
    expect(end(null, 'county-economy')).toBe('closing.not-proposed')
    expect(end('proposed', 'county-economy', ' ')).toBe('common.reason-missing')
  })

  test('leave a pilot that nobody writes about, and an archive', () => {
    expect(whyClosed({ park: '某园', edition: 'zj-2025', on: '2028-04-10' })).toMatchObject({
      code: 'pilot.closed',
      clause: 'H7',
    })
    expect(whyClosed({ park: '某园', edition: 'gone', on: '2028-04-10' })).toMatchObject({ clause: null })
    expect([whyNotArchived(zj2023, 'confirmed')?.code, whyNotArchived(zj2023, 'recorded')]).toEqual([
      'pilot.not-closed',
      null,
    ])
  })
})

describe('the four properties of an archive', () => {
  const kept = {
    hash: 'a',
    size: 1,
    mediaType: 'application/pdf',
    uploadedAt: '',
    damaged: false,
    openedAs: 'application/pdf',
  }
  const file: ArchivedFile = { path: '05-精准服务/a.pdf', size: 1, sha256: 'a', proves: '合同', stored: kept }
  const facts: ArchiveFacts = {
    files: [file],
    missing: [],
    versions: [{ name: 'v', isGenuine: true }],
    papers: [{ name: 'p', isGenuine: true }],
    ledgerFen: 0,
    records: { close_outs: 1 },
  }
  const failing = (change: Partial<ArchiveFacts>) =>
    fourProperties({ ...facts, ...change })
      .filter(({ passed }) => !passed)
      .map(({ en }) => en)

  test('pass together', () => expect(failing({})).toEqual([]))

  test.each<[Partial<ArchiveFacts>, string[]]>([
    [{ files: [{ ...file, sha256: 'b' }] }, ['authenticity']],
    [{ versions: [{ name: 'v', isGenuine: false }] }, ['authenticity']],
    [{ papers: [{ name: 'p', isGenuine: false }] }, ['authenticity']],
    [{ missing: ['x'] }, ['integrity']],
    [{ ledgerFen: 1 }, ['integrity']],
    [{ records: {} }, ['integrity']],
    [{ files: [{ ...file, stored: { ...kept, openedAs: 'text/csv' } }] }, ['usability']],
    [{ files: [{ ...file, size: 0 }] }, ['usability']],
    [{ files: [{ ...file, stored: { ...kept, damaged: true } }] }, ['security']],
    [{ files: [{ ...file, stored: { ...kept, openedAs: null } }] }, ['usability', 'security']],
    [{ files: [{ ...file, path: '../a.pdf' }] }, ['security']],
  ])('%j fails %j', (change, expected) => expect(failing(change)).toEqual(expected))

  test.each(['', '/a', 'a/../b', 'a//b', 'c:a', 'a\\b', './a'])('%j leads out', (path) =>
    expect(isInside(path)).toBe(false),
  )
})
