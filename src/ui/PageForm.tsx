import { type ReactNode, useRef } from 'react'
import { FaultsLeft } from './FaultsLeft.tsx'
import { type Ask, OwnFaultsProvider, ownFaults, useFaults } from './faults.ts'
import { useWords } from './language.tsx'
import { MendedErrors } from './mended.tsx'
import { MarkMissing, type MissingIn, MissingList } from './missing.tsx'
import { TypedFields, type TypedStore } from './typed-texts.tsx'
import { words } from './words.ts'

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
  const t = useWords(words)
  const { asked, faults, missing, unlessFaulty } = useFaults(area, typed, given)
  return (
    <TypedFields store={typed}>
      <MendedErrors>
        <OwnFaultsProvider value={ownFaults(faults, asked ? missing : [], t.fillIn)}>
          <MarkMissing missing={missing} asked={asked}>
            <div ref={area} className="page-form">
              {children(unlessFaulty, <MissingList missing={missing} asked={asked} />)}
            </div>
          </MarkMissing>
        </OwnFaultsProvider>
      </MendedErrors>
      <FaultsLeft faults={faults} />
    </TypedFields>
  )
}
