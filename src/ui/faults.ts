import { type RefObject, useState } from 'react'

/**
 * Whether something inside still stands there that is no value: a text in its field, a file that did not arrive. `stopped` says
 * that an act was held because of it.
 */
export function useFaults(area: RefObject<HTMLElement | null>) {
  const [stopped, setStopped] = useState(false)
  return {
    stopped,
    /** Runs the act, or leads to what is wrong. */
    unlessFaulty: (act: () => void) => {
      const fault = area.current?.querySelector<HTMLElement>('[data-fault]')
      setStopped(Boolean(fault))
      if (!fault) return act()
      const input = fault.matches(inputs) ? fault : fault.querySelector<HTMLElement>(inputs)
      fault.scrollIntoView({ block: 'center' })
      input?.focus({ preventScroll: true })
    },
  }
}

const inputs = 'input, select, textarea, button'
