import type { TrancheRule } from '../../../policy/editions/edition-rules.ts'
import type { TrancheGate } from '../../../policy/money/tranches.ts'
import type { TrancheView } from './contract.ts'
import { conditionNames } from './words.ts'

/** The conditions of a tranche one by one: met, or what is missing. */
export function conditionsOf(rule: TrancheRule, gate: TrancheGate): TrancheView['conditions'] {
  const missing = [...gate.missing, ...gate.held]
  const asked: TrancheRule['conditions'] = [...rule.conditions, ...heldBesides(rule, gate)]
  return asked.map(({ condition, clause, source }) => {
    const texts = missing.filter((one) => one.condition === condition).map(({ text }) => text)
    const text = { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') }
    return {
      condition,
      text: texts.length > 0 ? text : conditionNames[condition],
      met: texts.length === 0,
      clause,
      source,
    }
  })
}

/** What holds the payment though the edition has no row for it: an objection where there is no countdown (G4.2). */
function heldBesides({ conditions, notice }: TrancheRule, { held }: TrancheGate): TrancheRule['conditions'] {
  const besides = held.filter((one) => !conditions.some(({ condition }) => condition === one.condition))
  return besides.flatMap(({ condition, clause }) =>
    condition ? [{ condition, clause, source: notice?.source ?? 'official' }] : [],
  )
}
