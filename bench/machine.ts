import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Machine } from './results.ts'

/** How many cores the whole machine keeps busy, looked at for three seconds. */
export async function busyCores(): Promise<number> {
  const before = times()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const after = times()
  const busy = after.busy - before.busy
  return (busy / (busy + after.idle - before.idle)) * cpus().length
}

function times(): { busy: number; idle: number } {
  const sum = { busy: 0, idle: 0 }
  for (const { times } of cpus()) {
    sum.busy += times.user + times.nice + times.sys + times.irq
    sum.idle += times.idle
  }
  return sum
}

export function machine(postgres: string, busyBefore: number): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? '',
    memoryBytes: totalmem(),
    node: process.versions.node,
    postgres,
    date: new Date().toISOString().slice(0, 10),
    busyBefore,
  }
}
