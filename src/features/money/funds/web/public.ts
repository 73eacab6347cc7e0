import { useWords } from '../../../../ui/language.tsx'
import type { PageTab } from '../../../../ui/Page.tsx'
import { words } from '../words.ts'

/** The views of a pilot's money, each with its address; hand them to `PageTabs`. */
export function useMoneyTabs(pilotId: string): readonly PageTab[] {
  const t = useWords(words)
  const at = `/pilots/${pilotId}`
  return [
    { text: t.tabTranches, to: `${at}/money` },
    { text: t.tabLines, to: `${at}/money/lines` },
    { text: t.tabLedger, to: `${at}/money/ledger` },
    { text: t.tabPayments, to: `${at}/payments` },
    { text: t.tabMeasures, to: `${at}/measures` },
  ]
}
