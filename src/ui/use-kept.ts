import { useEffect, useRef, useState } from 'react'
import { canonical } from '../shared/canonical.ts'
import type { TypedTexts } from '../shared/typed-text.ts'
import { withoutPersonalNumbers } from '../shared/uscc.ts'
import { keptPart } from './kept-part.ts'
import { useSession } from './session.ts'
import { patched, storeOf, type TypedStore } from './typed-texts.tsx'

export type Kept<Form> = {
  readonly form: Form
  readonly change: (patch: Partial<Form>) => void
  /** What was typed and is no value, for `ActDialog` or `TypedFields` around the fields. */
  readonly typed: TypedStore
  readonly forget: () => void
  /** Shows what is kept now, for a form that stays on the page after it was sent. */
  readonly reread: () => void
}

/** `kept`: the part of the form that a person put into it. */
type Standing<Form> = {
  readonly storageKey: string
  readonly form: Form
  readonly kept: Partial<Form>
  readonly typed: TypedTexts
}
type Stored<Form> = { readonly form: Partial<Form>; readonly typed: TypedTexts }

/** What was sent and is kept no longer. */
type Sent = { readonly storageKey: string; readonly kept: string }
const sentEvent = 'form-sent'

/** Where a form of that person stands on this device; `key` names the form and its record: `service/<id>/visit`. */
function keptKey(accountId: string | undefined, key: string): string {
  return `yuanqitong.form/${accountId ?? 'guest'}/${key}`
}

/**
 * A form that is sent once: what is typed, and no default, stays on this device, through a closed dialog, a reload or an ended session, until it
 * was sent (`forget`). `key` names the form and its record: `service/<id>/visit`.
 */
export function useKept<Form extends object>(key: string, initial: Form): Kept<Form> {
  const { data: session } = useSession()
  const storageKey = keptKey(session?.accountId, key)
  const found = (): Standing<Form> => {
    const kept = read<Form>(storageKey)
    return { storageKey, form: { ...initial, ...kept.form }, kept: kept.form, typed: kept.typed }
  }
  const [standing, setStanding] = useState(found)
  const { form, typed } = standing
  const latest = useRef(initial)
  latest.current = initial
  // The same place on the page for another record, or for another person.
  if (standing.storageKey !== storageKey) setStanding(found)
  // Whoever goes back at once stands before the same form, or before a new one that was filled from what has been sent since.
  useEffect(() => {
    const look = (event: Event) => {
      const { detail } = event as CustomEvent<Sent>
      setStanding((before) =>
        before.storageKey === detail.storageKey && canonical(before.kept) === detail.kept
          ? { ...before, form: latest.current, kept: {}, typed: {} }
          : before,
      )
    }
    window.addEventListener(sentEvent, look)
    return () => window.removeEventListener(sentEvent, look)
  }, [])
  const put = (next: (before: Standing<Form>) => Partial<Standing<Form>>) =>
    setStanding((before) => {
      const after = { ...before, ...next(before) }
      write(after.storageKey, { form: after.kept, typed: after.typed })
      return after
    })
  return {
    form,
    change: (patch) =>
      put(({ form: before, kept }) => ({ form: { ...before, ...patch }, kept: keptPart(kept, before, patch) })),
    typed: storeOf(typed, (texts) => put((before) => ({ typed: patched(before.typed, texts) }))),
    forget: () => {
      write(storageKey, null)
      window.dispatchEvent(new CustomEvent<Sent>(sentEvent, { detail: { storageKey, kept: canonical(standing.kept) } }))
    },
    reread: () => setStanding(found),
  }
}

/** Puts a form back as it stood when it was sent. */
export function keepForm(accountId: string, key: string, form: object): void {
  write(keptKey(accountId, key), { form, typed: {} })
}

function read<Form>(key: string): Stored<Form> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return { form: {}, typed: {}, ...(kept as object) }
  } catch {
    return { form: {}, typed: {} }
  }
}

function write(key: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, withoutPersonalNumbers(JSON.stringify(value)))
  } catch {
    // A full or forbidden storage must not stop anybody from typing.
  }
}
