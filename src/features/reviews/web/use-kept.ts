import { useState } from 'react'
import { useMe } from '../../../ui/session.ts'

/** A state that outlives the page on this device, for each person apart: what was typed is not lost. */
export function useKept<Value>(key: string, initial: Value): [Value, (next: Value) => void, () => void] {
  const storageKey = `yuanqitong.kept/${useMe().accountId}/${key}`
  const [value, setValue] = useState<Value>(() => read(storageKey) ?? initial)
  return [
    value,
    (next) => {
      setValue(next)
      try {
        localStorage.setItem(storageKey, JSON.stringify(next))
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
    () => {
      setValue(initial)
      try {
        localStorage.removeItem(storageKey)
      } catch {
        // Nothing is stored then.
      }
    },
  ]

  function read(name: string): Value | null {
    try {
      const text = localStorage.getItem(name)
      return text === null ? null : (JSON.parse(text) as Value)
    } catch {
      return null
    }
  }
}
