import { useState } from 'react'
import { useSession } from './session.ts'

/**
 * A form that is sent once: what is typed stays on this device, through a closed dialog, a reload or an ended session, until it
 * was sent (`forget`). `key` names the form and its record: `service/<id>/visit`.
 */
export function useKept<Form extends object>(
  key: string,
  initial: Form,
): { readonly form: Form; readonly change: (patch: Partial<Form>) => void; readonly forget: () => void } {
  const { data: session } = useSession()
  const storageKey = `yuanqitong.form/${session?.accountId ?? 'guest'}/${key}`
  const [form, setForm] = useState<Form>(() => ({ ...initial, ...read(storageKey) }))
  return {
    form,
    change: (patch) =>
      setForm((before) => {
        const next = { ...before, ...patch }
        write(storageKey, next)
        return next
      }),
    forget: () => write(storageKey, null),
  }
}

function read(key: string): object {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
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
