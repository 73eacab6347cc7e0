import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { keepable, type TypedText, type TypedTexts } from '../shared/typed-text.ts'

/** Where the fields of a form keep what was typed and is no value: with the draft, on this device, or while the form is open. */
export type TypedStore = {
  readonly of: (field: string) => TypedText | undefined
  readonly count: number
  /** Null forgets. */
  readonly keep: (texts: Readonly<Record<string, TypedText | null>>) => void
}

const StoreContext = createContext<TypedStore | null>(null)

export function TypedFields({ store, children }: { store: TypedStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

export function storeOf(texts: TypedTexts, keep: TypedStore['keep']): TypedStore {
  return { of: (field) => texts[field], count: Object.keys(texts).length, keep }
}

export function patched(texts: TypedTexts, patch: Readonly<Record<string, TypedText | null>>): TypedTexts {
  const all = { ...texts, ...patch }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, TypedText] => entry[1] !== null))
}

/** That of the form around, or, where nothing around keeps it, one that lasts as long as the field. */
export function useTypedStore(): TypedStore {
  const around = useContext(StoreContext)
  const [texts, setTexts] = useState<TypedTexts>({})
  const own = useMemo<TypedStore>(
    () => storeOf(texts, (patch) => setTexts((before) => patched(before, patch))),
    [texts],
  )
  return around ?? own
}

const NameContext = createContext('')

/** Tells an input within by which name its text is kept. */
export function FieldName({ name, children }: { name: string; children: ReactNode }) {
  return <NameContext value={name}>{children}</NameContext>
}

export type Reading<Value> = { readonly value: Value | null } | Omit<TypedText, 'text'>

type TypedValue<Value> = {
  value: Value | null
  /** Empty is null and no problem. */
  read: (text: string) => Reading<Value>
  write: (value: Value) => string
  onChange: ((value: Value | null) => void) | undefined
}

/** What the form around keeps of this field. */
export function useFieldText() {
  const name = useContext(NameContext)
  const store = useTypedStore()
  return { kept: store.of(name), keep: (text: TypedText | null) => store.keep({ [name]: text }) }
}

/** The text of an input whose value is read from it: what is no value stays as it was typed, and the value is null. */
export function useTypedValue<Value>({ value, read, write, onChange }: TypedValue<Value>) {
  const { kept, keep } = useFieldText()
  // While somebody types, the text is theirs; it is tidied when they leave the field.
  const [typing, setTyping] = useState<string | null>(null)
  return {
    text: typing ?? kept?.text ?? (value === null ? '' : write(value)),
    kept,
    put: (text: string) => {
      setTyping(text)
      const reading = read(text)
      keep('problem' in reading ? keepable(text, reading) : null)
      onChange?.('problem' in reading ? null : reading.value)
    },
    leave: () => setTyping(null),
  }
}
