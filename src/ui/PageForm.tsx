import { type ReactNode, useRef } from 'react'
import { FaultsLeft } from './FaultsLeft.tsx'
import { useFaults } from './faults.ts'
import { TypedFields, type TypedStore } from './typed-texts.tsx'

type PageFormProps = {
  /** Of `useKept`. */
  typed: TypedStore
  /** `unlessFaulty` runs the act where nothing inside is in the way, or leads to what is. */
  children: (unlessFaulty: (act: () => void) => void) => ReactNode
}

/** A form that stands on a page of its own. */
export function PageForm({ typed, children }: PageFormProps) {
  const area = useRef<HTMLDivElement>(null)
  const { stopped, unlessFaulty } = useFaults(area)
  return (
    <TypedFields store={typed}>
      <div ref={area} className="page-form">
        {children(unlessFaulty)}
      </div>
      <FaultsLeft stopped={stopped} />
    </TypedFields>
  )
}
