import type { Stage } from './stage.ts'

/** One thing that somebody does on a day. */
export type Step = { readonly day: string; readonly act: () => Promise<void> }

/** Acts all steps in the order of their days; steps of one day keep the order they were written in. */
export async function play(stage: Stage, steps: readonly Step[]): Promise<void> {
  const inOrder = steps.map((step, i) => ({ ...step, i })).sort((a, b) => a.day.localeCompare(b.day, 'en') || a.i - b.i)
  let minute = 0
  let day = ''
  for (const step of inOrder) {
    minute = step.day === day ? minute + 1 : 0
    day = step.day
    // Office hours, a minute or less apart, so that no two acts share an instant and everybody stays signed in.
    const second = Math.min(minute * 30, 8 * 3600)
    const clock = [9 + Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    stage.setClock(`${day}T${clock.map((part) => String(part).padStart(2, '0')).join(':')}+08:00`)
    await step.act()
  }
}
