import { refusalText } from '../../../policy/refuse.ts'
import { returnGaps } from '../../../policy/return-steps.ts'
import { call } from '../../../ui/api.ts'
import type { Gap } from '../../../ui/GapList.tsx'
import { type Draft, useAutosave } from '../../../ui/use-autosave.ts'
import * as contract from '../contract.ts'

export type Reasons = Readonly<Record<string, string>>

function loadedOf(view: contract.ReturnView) {
  const written = view.rows.filter((row) => row.reason !== '').map((row) => [row.indicator, row.reason])
  return { value: Object.fromEntries(written) as Reasons, revision: view.reasons.revision }
}

/** The park's reasons, saved as they are typed. */
export function useReasons(view: contract.ReturnView): Draft<Reasons> {
  const params = { filingId: view.filingId }
  return useAutosave<Reasons>({
    key: `return/${view.filingId}`,
    loaded: loadedOf(view),
    save: (reasons, revision) => call(contract.explainReturn, { params, body: { revision, reasons } }),
    load: async () => loadedOf(await call(contract.showReturn, { params })),
  })
}

export const reasonsSection = 'rows'
export const reasonField = (indicator: string) => `${indicator}.reason`

/** What still stands against submission, as the text stands now, saved or not. */
export function gapsWith({ rows, head }: Pick<contract.ReturnView, 'rows' | 'head'>, reasons: Reasons): Gap[] {
  const explained = rows.map(({ indicator, gap }) => ({ indicator, gap, reason: reasons[indicator] ?? '' }))
  return returnGaps(explained, head.clause).map((gap) => ({
    severity: 'error',
    text: refusalText(gap),
    section: reasonsSection,
    field: reasonField(String(gap.facts.indicator)),
    clause: gap.clause,
  }))
}
