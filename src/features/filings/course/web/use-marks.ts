import type { TypedStore } from '../../../../ui/typed-texts.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import type { FilingView } from '../contract.ts'

type Reasons = Readonly<Record<string, string>>

export type Marks = {
  /** Reasons by section; a section that is marked has one, be it empty. */
  readonly reasons: Reasons
  readonly mark: (section: string, reason: string | null) => void
  /** Of reasons that are too long. */
  readonly typed: TypedStore
  readonly clear: () => void
}

/**
 * The sections this reviewer marks for return, with the reasons; kept on this device until the opinion is given. They begin
 * with those of the opinion that was sent back.
 */
export function useMarks(filing: FilingView): Marks {
  const before = filing.sentBack?.marks.map(({ section, reason }) => [section, reason]) ?? []
  const { form, change, typed, forget } = useKept<{ reasons: Reasons }>(opinionKey('filing-review', filing), {
    reasons: Object.fromEntries(before),
  })
  const { reasons } = form
  return {
    reasons,
    typed,
    mark: (section, reason) => {
      const { [section]: _, ...others } = reasons
      change({ reasons: reason === null ? others : { ...others, [section]: reason } })
    },
    clear: () => {
      change({ reasons: {} })
      forget()
    },
  }
}

/** An opinion that was sent back is written anew: its form is another one. */
export function opinionKey(form: string, { filingId, sentBack }: FilingView): string {
  return sentBack ? `${form}/${filingId}/${sentBack.sentBackAt}` : `${form}/${filingId}`
}
