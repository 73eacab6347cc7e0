import { useKept } from '../../../../ui/use-kept.ts'

type Reasons = Readonly<Record<string, string>>

export type Marks = {
  /** Reasons by section; a section that is marked has one, be it empty. */
  readonly reasons: Reasons
  readonly mark: (section: string, reason: string | null) => void
  readonly clear: () => void
}

/** The sections this reviewer marks for return, with the reasons; kept on this device until the opinion is given. */
export function useMarks(filingId: string): Marks {
  const { form, change, forget } = useKept<{ reasons: Reasons }>(`filing-review/${filingId}`, { reasons: {} })
  const { reasons } = form
  return {
    reasons,
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
