import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { soundPlan } from '../../../tests/support/policy.ts'
import { applyChanges, changesBetween, unchangedSections } from './changes.ts'
import { emptyPlan, type PlanContent, planSections } from './plan.ts'

function withServices(change: (rows: PlanContent['services']['rows'][number][]) => void): PlanContent {
  const rows = soundPlan.services.rows.map((row) => ({ ...row }))
  change(rows)
  return { ...soundPlan, services: { rows } }
}

describe('what changed between two versions', () => {
  test('nothing, when nothing did', () => {
    expect(changesBetween(soundPlan, structuredClone(soundPlan))).toEqual([])
    expect(unchangedSections([])).toEqual(planSections)
  })

  test('one field of one row, by its name', () => {
    const after = withServices(([first]) => Object.assign(first ?? {}, { quantity: 41 }))
    expect(changesBetween(soundPlan, after)).toEqual([
      {
        section: 'services',
        kind: 'changed',
        path: 'rows.s1.quantity',
        rowId: 's1',
        field: 'quantity',
        label: { zh: '数量', en: 'Quantity' },
        before: 40,
        after: 41,
      },
    ])
  })

  test('a row more, a row less, an order', () => {
    const less = withServices((rows) => rows.shift())
    expect(changesBetween(soundPlan, less)).toMatchObject([{ kind: 'removed', path: 'rows.s1', before: { id: 's1' } }])
    expect(changesBetween(less, soundPlan)).toMatchObject([
      { kind: 'added', path: 'rows.s1', after: { id: 's1' } },
      { kind: 'reordered', path: 'rows', after: ['s1', 's2', 's3'] },
    ])
  })

  test('a single value and a reason by its kind', () => {
    const after: PlanContent = {
      ...soundPlan,
      controls: { ...soundPlan.controls, summary: '新规定' },
      agencies: { ...soundPlan.agencies, fewAgenciesReasons: { talent: '仅一家' } },
    }
    const changes = changesBetween(soundPlan, after)
    expect(changes.map((change) => `${change.section} ${change.path}`)).toEqual([
      'agencies fewAgenciesReasons.talent',
      'controls summary',
    ])
    expect(unchangedSections(changes)).toEqual(['services', 'fund-lines', 'targets', 'enterprises'])
  })

  test('the changes made to the old version give the new one, and undone the old', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const quantity = fc.option(fc.nat(5))
    const service = fc.record({
      id,
      kind: fc.constantFrom(null, 'talent' as const, 'training' as const),
      quantity,
      unit: fc.constantFrom('', '项'),
      fromQuarter: fc.constant(null),
      toQuarter: fc.constantFrom(null, '2026Q2'),
      description: fc.string({ maxLength: 3 }),
    })
    const agency = fc.record({
      id,
      uscc: fc.constantFrom('', 'x'),
      name: fc.constant(''),
      kind: fc.constant(null),
      serviceKinds: fc.subarray(['talent' as const, 'training' as const]),
      relatedTo: fc.subarray(['x', 'y']),
    })
    const own = { selector: (row: { id: string }) => row.id }
    const target = fc.record({
      id,
      indicator: fc.constantFrom('P1', 'P2'),
      unit: fc.constant('家'),
      baseline: quantity,
      target: quantity,
      weight: quantity,
    })
    const plan = fc
      .record({
        services: fc.uniqueArray(service, own),
        agencies: fc.uniqueArray(agency, own),
        targets: fc.uniqueArray(target, own),
        reasons: fc.dictionary(fc.constantFrom('talent', 'training'), fc.constantFrom('', 'r'), {
          noNullPrototype: true,
        }),
        summary: fc.string({ maxLength: 2 }),
      })
      .map(
        ({ services, agencies, targets, reasons, summary }): PlanContent => ({
          ...emptyPlan(),
          services: { rows: services },
          agencies: { agencies, products: [], fewAgenciesReasons: reasons },
          targets: { rows: targets },
          controls: { fileId: null, fileName: '', summary },
        }),
      )
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const changes = changesBetween(before, after)
        const reached = applyChanges(before, changes)
        expect(changesBetween(reached, after)).toEqual([])
        expect(reached.services).toEqual(after.services)
        expect(reached.targets).toEqual(after.targets)
        expect(reached.agencies.agencies).toEqual(after.agencies.agencies)
        expect(changes.length === 0).toBe(changesBetween(after, before).length === 0)
      }),
      { numRuns: 300 },
    )
  })
})
