/** Values that fill the `{placeholders}` of a refusal's text. */
export type Facts = Readonly<Record<string, string | number>>

/** V8's own setting; another engine looks at no such thing. */
const engine = Error as { stackTraceLimit?: number }

/** What a rule answers when it says no: a code of the refusal catalogue, the clause it stands on, and the facts it looked at. */
export class Refusal extends Error {
  readonly code: string
  readonly clause: string | null
  readonly facts: Facts
  /** The input field the refusal is about, if there is one (`fundLines.3.purpose`). */
  readonly field: string | null
  /** What else is wrong with the same input, each with its own field. */
  readonly also: readonly Refusal[]
  /** Other fields that the rule looked at: mending one of them can mend it, and while one is unreadable it says nothing. */
  readonly rests: readonly string[]

  constructor(
    code: string,
    clause: string | null,
    facts: Facts = {},
    field: string | null = null,
    also: readonly Refusal[] = [],
    rests: readonly string[] = [],
  ) {
    // A rule says no many times a page, and nobody asks where: taking down the stack cost a tenth of a page's time.
    const { stackTraceLimit = 10 } = engine
    engine.stackTraceLimit = 0
    super(code)
    engine.stackTraceLimit = stackTraceLimit
    this.name = 'Refusal'
    this.code = code
    this.clause = clause
    this.facts = facts
    this.field = field
    this.also = also
    this.rests = rests
  }
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal
}

/** A refusal and all that it carries, the first first. */
export function refusalsIn(refusal: Refusal): Refusal[] {
  return [refusal, ...refusal.also.flatMap(refusalsIn)]
}

/** The same refusal, told of fields that a form calls otherwise. */
export function refieldRefusal(refusal: Refusal, rename: (field: string) => string): Refusal {
  const { code, clause, facts, field, also, rests } = refusal
  const renamed = also.map((one) => refieldRefusal(one, rename))
  return new Refusal(code, clause, facts, field === null ? null : rename(field), renamed, rests.map(rename))
}
