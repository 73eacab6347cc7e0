import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { Crumb } from '../../../../ui/Page.tsx'
import { showPilot } from '../contract.ts'
import { words } from '../words.ts'

/** Everything above a page of one pilot: the list, and the pilot. */
export function usePilotCrumbs(pilotId: string): readonly Crumb[] {
  const t = useWords(words)
  const pilot = useView(showPilot, { params: { pilotId } })
  return [
    { text: t.title, to: '/pilots' },
    { text: pilot.data?.parkName ?? '…', to: `/pilots/${pilotId}` },
  ]
}
