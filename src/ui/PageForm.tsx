import { type ReactNode, useRef } from 'react'
import { FaultsLeft } from './FaultsLeft.tsx'
import { type Ask, useFaults } from './faults.ts'
import { MendedErrors } from './mended.tsx'
import { MarkMissing, type MissingIn, MissingList } from './missing.tsx'
import { TypedFields, type TypedStore } from './typed-texts.tsx'

type PageFormProps = {
  /** Of `useKept`. */
  typed: TypedStore
  /** What is still to be filled in. */
  missing?: MissingIn
  /**
   * `unlessFaulty` runs the act where nothing inside is in the way, or leads to what is, and asks what else would be refused;
   * `still` says what is missing.
   */
  children: (unlessFaulty: (act: () => void, ask?: Ask) => void, still: ReactNode) => ReactNode
}

/** A form that stands on a page of its own. */
export function PageForm({ typed, missing: given, children }: PageFormProps) {
  const area = useRef<HTMLDivElement>(null)
  const { asked, stopped, missing, unlessFaulty } = useFaults(area, typed, given)
  return (
    <TypedFields store={typed}>
      <MendedErrors>
        <MarkMissing missing={missing} asked={asked}>
          <div ref={area} className="page-form">
            {children(unlessFaulty, <MissingList missing={missing} asked={asked} />)}
          </div>
        </MarkMissing>
      </MendedErrors>
      <FaultsLeft stopped={stopped} />
    </TypedFields>
  )
}
