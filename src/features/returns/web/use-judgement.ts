import { acceptRow } from '../../../policy/returns.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { useKept } from '../../../ui/use-kept.ts'
import type { Reduction, ReturnHead, ReturnRow, ReturnView } from '../contract.ts'

/** What the county writes beside one row: a lower figure, as typed, and why. */
export type Judged = { readonly accepted: number | null; readonly reason: string }

export type Judgement = {
  readonly of: (indicator: string) => Judged
  readonly change: (indicator: string, patch: Partial<Judged>) => void
  readonly forget: () => void
  /** Rows that are lowered, ready to send. */
  readonly reductions: readonly Reduction[]
  /** Indicators whose figure or reason the rule would refuse. */
  readonly wrong: ReadonlySet<string>
}

const untouched: Judged = { accepted: null, reason: '' }

/** The county's judgement while it is being written; kept on this device until it is sent. */
export function useJudgement(view: ReturnView): Judgement {
  const kept = useKept<Record<string, Judged>>(`return/${view.filingId}/judgement`, {})
  const of = (indicator: string) => kept.form[indicator] ?? untouched
  const touched = view.rows.filter((row) => isTouched(row, of(row.indicator)))
  return {
    of,
    change: (indicator, patch) => kept.change({ [indicator]: { ...of(indicator), ...patch } }),
    forget: kept.forget,
    reductions: touched.map(({ indicator, total }) => {
      const { accepted, reason } = of(indicator)
      return { indicator, accepted: accepted ?? total ?? 0, reason }
    }),
    wrong: new Set(
      touched.filter((row) => isRefusal(judge(row, of(row.indicator), view.head.clause))).map((row) => row.indicator),
    ),
  }
}

function isTouched({ total }: ReturnRow, { accepted }: Judged): boolean {
  return accepted !== null && accepted !== total
}

function judge({ indicator, total }: ReturnRow, { accepted, reason }: Judged, clause: ReturnHead['clause']) {
  return acceptRow({ indicator, computed: total }, accepted, reason, clause)
}
