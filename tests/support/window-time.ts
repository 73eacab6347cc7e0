import type { BrowserContext } from 'playwright-core'

/** Moves the calendar of a window; timers and animations stay the browser's own. */
export async function setTime(context: BrowserContext, now: Date): Promise<void> {
  const shift = now.getTime() - Date.now()
  await context.addInitScript(moveCalendar, shift)
  await Promise.all(context.pages().map((page) => page.evaluate(moveCalendar, shift)))
}

function moveCalendar(shift: number): void {
  const here = globalThis as typeof globalThis & { calendarShift?: number }
  const first = here.calendarShift === undefined
  here.calendarShift = shift
  if (!first) return
  const RealDate = Date
  const now = () => RealDate.now() + (here.calendarShift ?? 0)
  here.Date = new Proxy(RealDate, {
    construct: (target, args, as) => Reflect.construct(target, args.length > 0 ? args : [now()], as) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}
