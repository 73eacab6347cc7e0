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
    /** Runs the act, or leads to what is missing or wrong. */
    unlessFaulty: (act: () => void) => {
      const fault = area.current?.querySelector<HTMLElement>('[data-fault]')
      const [first] = missing
      setAsked(true)
      setStopped(Boolean(fault))
      if (fault) {
        const input = fault.matches(inputs) ? fault : fault.querySelector<HTMLElement>(inputs)
        fault.scrollIntoView({ block: 'center' })
        input?.focus({ preventScroll: true })
      } else if (first) focusField(first.field)
      else act()
    },
  }
}

const inputs = 'input, select, textarea, button'
