/** An error without what somebody typed. `stack`: where it was thrown, innermost first. */
export type Scrubbed = {
  readonly type: string
  /** SQLSTATE, or the system's own name of the error. */
  readonly code?: string
  readonly message?: string
  /** What the database names of itself: constraint, table, column, the routine that complained. */
  readonly at?: Readonly<Record<string, string>>
  readonly stack: readonly string[]
  readonly cause?: Scrubbed
}

/** Names of the schema and of the system's calls; a value is none of them. */
const named = ['schema', 'table', 'column', 'constraint', 'dataType', 'routine', 'syscall'] as const
const plainName = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/
/** SQLSTATE, or a name such as ENOSPC or FST_ERR_BAD_URL. */
const plainCode = /^(?:[0-9A-Z]{5}|[A-Z][A-Z0-9_]{2,40})$/
const mostFrames = 20

/**
 * What a log may hold of an error. The text of an error quotes values (a row's name, the beginning of a body, a parameter), so it is
 * left out but for what the engine says of our own code; its type, its code and where it was thrown tell what happened.
 */
export function scrubbed(error: unknown, depth = 0): Scrubbed {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] }
  const { code } = error as { code?: unknown }
  const names = Object.fromEntries(
    named.flatMap((name) => {
      const value = (error as unknown as Record<string, unknown>)[name]
      return typeof value === 'string' && plainName.test(value) ? [[name, value] as const] : []
    }),
  )
  const message = error instanceof TypeError || error instanceof ReferenceError ? withoutQuotes(error.message) : null
  return {
    type: plainName.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && plainCode.test(code) ? { code } : {}),
    ...(message === null ? {} : { message }),
    ...(Object.keys(names).length > 0 ? { at: names } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined || depth > 2 ? {} : { cause: scrubbed(error.cause, depth + 1) }),
  }
}

/** Whatever is quoted, no plain letter, or a number of five digits and more may come from outside. */
function withoutQuotes(message: string): string {
  return message
    .replace(/(["'`]).*\1/gs, '…')
    .replace(/[^\x20-\x7e]+/g, '…')
    .replace(/\S*(?:\d{5,}|@)\S*/g, '…')
    .slice(0, 200)
}

/** Lines that say a place in code, `at run (file:///…/pipeline.ts:10:5)`: the text before them may look like one, so the whole line has to. */
function framesOf({ stack = '', message }: Error): string[] {
  const begin = stack.indexOf(message)
  const after = begin < 0 ? stack : stack.slice(begin + message.length)
  return after
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at (?:[\w$.<># [\]]+ \()?(?:file:\/\/|node:|\/|async )[^\s()]*:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames)
    .map((line) => line.replace(/(?:file:\/\/)?\/[^\s()]*?\/(?=(?:src|database|node_modules)\/)/, ''))
}
