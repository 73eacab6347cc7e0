import { createContext, type RefObject, useContext, useEffect, useState } from 'react'
import type { FieldError } from './api-error.ts'
import { focusField } from './focus-field.ts'
import { type Missing, type MissingIn, missingOf } from './missing.tsx'
import type { TypedStore } from './typed-texts.tsx'

/**
 * Whether a form can be sent: nothing inside is missing, and nothing stands there that is no value: a text in its field, a file
 * that did not arrive. `asked` says that somebody has tried, `faults` which values held an act back that are none.
 */
export function useFaults(area: RefObject<HTMLElement | null>, typed: TypedStore, given: MissingIn = []) {
  const [asked, setAsked] = useState(false)
  const [faults, setFaults] = useState<readonly FieldError[]>([])
  const stopped = faults.length > 0
  // What is no value may be mended inside without this form being drawn anew.
  useEffect(() => {
    const form = area.current
    if (!stopped || !form) return
    const look = () => setFaults(faultsIn(form))
    const observer = new MutationObserver(look)
    observer.observe(form, { subtree: true, childList: true, attributeFilter: ['data-fault'] })
    return () => observer.disconnect()
  }, [area, stopped])
  // What stands in a field and is no value of it is wrong, and not missing.
  const missing = missingOf(given).filter(({ field }) => typed.of(field) === undefined)
  return {
    asked,
    faults,
    missing,
    /** As if nobody had tried. */
    reset: () => {
      setAsked(false)
      setFaults([])
    },
    /**
     * Runs the act, or leads to what is missing or wrong; `ask` is then told which fields those are, and asks what the server would
     * refuse of all the others.
     */
    unlessFaulty: (act: () => void, ask?: Ask) => {
      const found = area.current ? faultsIn(area.current) : []
      const fault = area.current?.querySelector<HTMLElement>('[data-fault]')
      const [first] = missing
      setAsked(true)
      setFaults(found)
      const unread = [...found, ...missing].map(({ field }) => field)
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

/** What the form itself says of the fields that hold no value, in the order of the page. */
function faultsIn(form: HTMLElement): FieldError[] {
  const found = [...form.querySelectorAll<HTMLElement>('[data-fault]')].map((fault) => {
    const home = fault.closest<HTMLElement>('[data-field]')
    const said = home?.querySelector('.field-error')?.textContent ?? ''
    return { field: home?.dataset.field ?? 'body', zh: said, en: said }
  })
  return found.filter(({ field }, at) => found.findIndex((one) => one.field === field) === at)
}

/** The same with what is still missing. */
export function ownFaults(faults: readonly FieldError[], missing: readonly Missing[], fillIn: string): FieldError[] {
  return [...faults, ...missing.map(({ field, says = fillIn }) => ({ field, zh: says, en: says }))]
}

const OwnFaults = createContext<readonly FieldError[]>([])
/** Around a form: what it says itself, so that what the server says of the other fields stands in one list with it. */
export const OwnFaultsProvider = OwnFaults.Provider
export function useOwnFaults(): readonly FieldError[] {
  return useContext(OwnFaults)
}

const inputs = 'input, select, textarea, button'
