import { useState } from 'react'
import type { TypedTexts } from '../shared/typed-text.ts'
import { useSession } from './session.ts'
import { patched, storeOf, type TypedStore } from './typed-texts.tsx'

export type Kept<Form> = {
  readonly form: Form
  readonly change: (patch: Partial<Form>) => void
  /** What was typed and is no value, for `ActDialog` or `TypedFields` around the fields. */
  readonly typed: TypedStore
  readonly forget: () => void
}

type Stored<Form> = { readonly form: Partial<Form>; readonly typed: TypedTexts }

/** Where a form of that person stands on this device; `key` names the form and its record: `service/<id>/visit`. */
function keptKey(accountId: string | undefined, key: string): string {
  return `yuanqitong.form/${accountId ?? 'guest'}/${key}`
}

/**
 * A form that is sent once: what is typed stays on this device, through a closed dialog, a reload or an ended session, until it
 * was sent (`forget`). `key` names the form and its record: `service/<id>/visit`.
 */
export function useKept<Form extends object>(key: string, initial: Form): Kept<Form> {
  const { data: session } = useSession()
  const storageKey = keptKey(session?.accountId, key)
  const [{ form, typed }, setStored] = useState(() => {
    const kept = read<Form>(storageKey)
    return { form: { ...initial, ...kept.form }, typed: kept.typed }
  })
  const put = (next: (before: { form: Form; typed: TypedTexts }) => { form: Form; typed: TypedTexts }) =>
    setStored((before) => {
      const after = next(before)
      write(storageKey, after)
      return after
    })
  return {
    form,
    change: (patch) => put((before) => ({ ...before, form: { ...before.form, ...patch } })),
    typed: storeOf(typed, (texts) => put((before) => ({ ...before, typed: patched(before.typed, texts) }))),
    forget: () => write(storageKey, null),
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
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage must not stop anybody from typing.
  }
}
