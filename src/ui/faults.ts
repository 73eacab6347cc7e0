import { type RefObject, useEffect, useState } from 'react'
import { focusField } from './focus-field.ts'
import { type MissingIn, missingOf } from './missing.tsx'
import type { TypedStore } from './typed-texts.tsx'

/**
 * Whether a form can be sent: nothing inside is missing, and nothing stands there that is no value: a text in its field, a file
 * that did not arrive. `asked` says that somebody has tried, `stopped` that an act was held because of what is no value.
 */
export function useFaults(area: RefObject<HTMLElement | null>, typed: TypedStore, given: MissingIn = []) {
  const [asked, setAsked] = useState(false)
  const [stopped, setStopped] = useState(false)
  // What is no value may be mended inside without this form being drawn anew.
  useEffect(() => {
    const form = area.current
    if (!stopped || !form) return
    const look = () => setStopped(form.querySelector('[data-fault]') !== null)
    const observer = new MutationObserver(look)
    observer.observe(form, { subtree: true, childList: true, attributeFilter: ['data-fault'] })
    return () => observer.disconnect()
  }, [area, stopped])
  // What stands in a field and is no value of it is wrong, and not missing.
  const missing = missingOf(given).filter(({ field }) => typed.of(field) === undefined)
  return {
    asked,
    stopped,
    missing,
    /** As if nobody had tried. */
    reset: () => {
      setAsked(false)
      setStopped(false)
    },
    /**
     * Runs the act, or leads to what is missing or wrong; `ask` is then told which fields those are, and asks what the server would
     * refuse of all the others.
     */
    unlessFaulty: (act: () => void, ask?: Ask) => {
      const faults = [...(area.current?.querySelectorAll<HTMLElement>('[data-fault]') ?? [])]
      const [fault] = faults
      const [first] = missing
      setAsked(true)
      setStopped(Boolean(fault))
      const unread = [...faults.map(nameOf), ...missing.map(({ field }) => field)]
      if (unread.length > 0) ask?.([...new Set(unread)])
      if (fault) {
        const input = fault.matches(inputs) ? fault : fault.querySelector<HTMLElement>(inputs)
        fault.scrollIntoView({ block: 'center' })
        input?.focus({ preventScroll: true })
      } else if (first) focusField(first.field)
      else act()
    },
  }
}

/** Asks about a form while it cannot be sent; `unread`: its fields in which something is missing, or is no value. */
export type Ask = (unread: readonly string[]) => void

function nameOf(fault: HTMLElement): string {
  return fault.closest<HTMLElement>('[data-field]')?.dataset.field ?? 'body'
}

const inputs = 'input, select, textarea, button'
