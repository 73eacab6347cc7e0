import pino from 'pino'
import { scrubbed } from './scrubbed.ts'
import type { Watcher } from './watcher.ts'

export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** `fault`: what went wrong, in which work, and the id of its request. */
export type Log = {
  readonly fault: (message: string, error: unknown, request?: string) => void
  readonly watcher: Watcher
}

type Lines = { write(line: string): void }

/**
 * Standard error, written beside the event loop. Whoever reads it and stops must not stop us: what waits is kept up to a bound, and then
 * left out.
 */
export function standardError(): Lines {
  return pino.destination({ dest: 2, sync: false, maxLength: 4 * 1_048_576 })
}

/** Lines of JSON: one for each request at its end, for each run of a job, and for each fault; none holds personal data. */
export function jsonLog(level: LogLevel, lines: Lines): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    lines,
  )
  return {
    fault: (message, error, request) =>
      logger.error({ ...(request === undefined ? {} : { request }), error: scrubbed(error) }, message),
    watcher: {
      requestBegun: () => undefined,
      requestDone: ({ id, ms, brokenOff, ...done }) =>
        logger.info({ request: id, ...done, ms: rounded(ms), ...(brokenOff ? { brokenOff } : {}) }, 'request'),
      jobDone: ({ error, ms, ...job }) => {
        const line = { ...job, ms: rounded(ms), ...(error === null ? {} : { error: scrubbed(error) }) }
        logger[levelOf(error, job)](line, 'job')
      },
    },
  }
}

/** Lines for a person at a terminal, errors whole. Not for real data. */
export function plainLog(level: LogLevel, lines: Lines): Log {
  const upTo = (wanted: LogLevel) => logLevels.indexOf(wanted) <= logLevels.indexOf(level)
  const say = (wanted: LogLevel, line: string) => upTo(wanted) && lines.write(`${line}\n`)
  return {
    fault: (message, error) => void say('error', `${message}: ${wholeOf(error)}`),
    watcher: {
      requestBegun: () => undefined,
      requestDone: ({ method, route, status, ms, code }) =>
        void say('info', [method, route, status, `${rounded(ms)} ms`, code ?? ''].join(' ').trimEnd()),
      jobDone: ({ name, attempt, most, ms, error }) => {
        const failed = error === null ? '' : `: ${wholeOf(error)}`
        say(levelOf(error, { attempt, most }), `job ${name} ${attempt}/${most} ${rounded(ms)} ms${failed}`)
      },
    },
  }
}

/** A job that failed is tried again, until it is given up. */
function levelOf(error: unknown, { attempt, most }: { attempt: number; most: number }): LogLevel {
  return error === null ? 'info' : attempt < most ? 'warn' : 'error'
}

function wholeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
