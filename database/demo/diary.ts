import { play, type Step } from './play.ts'
import type { Stage } from './stage.ts'

/** Steps of a story that others go on beside: each is acted once, with those of its days. */
export function openDiary(stage: Stage) {
  let waiting: Step[] = []
  /** Takes out the steps before a day, to be acted together with others. */
  const before = (day: string): Step[] => {
    const taken = waiting.filter((step) => step.day < day)
    waiting = waiting.filter((step) => step.day >= day)
    return taken
  }
  return {
    write: (steps: readonly Step[]) => void waiting.push(...steps),
    before,
    playUntil: (day: string) => play(stage, before(day)),
  }
}

export type Diary = ReturnType<typeof openDiary>
