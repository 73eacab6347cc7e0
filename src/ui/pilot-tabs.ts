import { showPilot } from '../features/pilots/contract.ts'
import { anyCadence, cadenceWords } from '../policy/cadence-words.ts'
import { useView } from './api.ts'
import { useText, useWords } from './language.tsx'
import type { PageTab } from './Page.tsx'
import { words } from './words.ts'

/** The views of one pilot, each with its address; hand them to `Page` as `tabs`. */
export function usePilotTabs(pilotId: string): readonly PageTab[] {
  const t = useWords(words)
  const say = useText()
  const pilot = useView(showPilot, { params: { pilotId } })
  const returns = say((pilot.data ? cadenceWords[pilot.data.returns.cadence] : anyCadence).returns)
  const at = `/pilots/${pilotId}`
  return [
    { text: t.pilotOverview, to: at },
    { text: t.pilotPlan, to: `${at}/plan` },
    { text: t.pilotMoney, to: `${at}/money`, also: `${at}/payments` },
    { text: t.pilotEnterprises, to: `${at}/enterprises` },
    { text: t.pilotServices, to: `${at}/services` },
    { text: t.pilotActivities, to: `${at}/activities` },
    { text: returns, to: `${at}/returns` },
    { text: t.pilotMatters, to: `${at}/matters`, also: `${at}/baselines` },
  ]
}
