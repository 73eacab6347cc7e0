/** Values that fill the `{placeholders}` of a refusal's text. */
export type Facts = Readonly<Record<string, string | number>>

/** What a rule answers when it says no: a code of the refusal catalogue, the clause it stands on, and the facts it looked at. */
export class Refusal extends Error {
  readonly code: string
  readonly clause: string | null
  readonly facts: Facts
  /** The input field the refusal is about, if there is one (`fundLines.3.purpose`). */
  readonly field: string | null

  constructor(code: string, clause: string | null, facts: Facts = {}, field: string | null = null) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.clause = clause
    this.facts = facts
    this.field = field
  }
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal
}
