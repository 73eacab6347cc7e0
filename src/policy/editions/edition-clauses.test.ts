import { expect, test } from 'vitest'
import { clauseList } from '../guide/clauses.ts'
import { editionOf } from './edition.ts'
import { clauseIn, clausesOf, isCarriedOver } from './edition-clauses.ts'

const [first, latest] = [editionOf('zj-2023'), editionOf('zj-2025')]

test('an edition tells a clause by its own number, and by the old one what it took over', () => {
  expect([clauseIn(first, 'G4.2'), clauseIn(latest, 'G4.2')]).toEqual(['G4.2', 'H2'])
  expect([clauseIn(first, 'G3.6'), clauseIn(latest, 'G3.6')]).toEqual(['G3.6', 'G3.6'])
})

test('the clauses in force in an edition are its own and those it took over', () => {
  expect(clausesOf(first)).toEqual(clauseList.filter((clause) => clause.startsWith('G')))
  const inForce = clausesOf(latest)
  expect(inForce).toEqual(expect.arrayContaining(['H0', 'H2', 'H10', 'G3.6', 'G4.3', 'G5.5', 'GA1']))
  for (const gone of ['G0', 'G3.1', 'G3.5', 'G4.1', 'G4.2', 'G5.3', 'GA2', 'GA3'] as const)
    expect(inForce, gone).not.toContain(gone)
  expect([isCarriedOver(latest, 'G3.6'), isCarriedOver(latest, 'H2'), isCarriedOver(first, 'G3.6')]).toEqual([
    true,
    false,
    false,
  ])
})
