import { anyCadence, cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { PageTab } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { showPilot } from '../contract.ts'
import { tabWords } from '../words.ts'

/** The views of one pilot, each with its address; hand them to `Page` as `tabs`. */
export function usePilotTabs(pilotId: string): readonly PageTab[] {
  const t = useWords(tabWords)
  const say = useText()
  const isExpert = useMe().post === 'expert'
  const pilot = useView(showPilot, { params: { pilotId } })
  const returns = say((pilot.data ? cadenceWords[pilot.data.returns.cadence] : anyCadence).returns)
  const at = `/pilots/${pilotId}`
  const services = [
    { text: t.enterprises, to: `${at}/enterprises` },
    { text: t.services, to: `${at}/services` },
    { text: t.activities, to: `${at}/activities` },
  ]
  // Standing service has no plan, no money of an award and nothing to file.
  if (pilot.data?.standing) return [{ text: t.overview, to: at }, { text: t.lists, to: `${at}/lists` }, ...services]
  const seat = pilot.data?.seat
  const all = [
    { text: t.overview, to: at },
    { text: t.plan, to: `${at}/plan` },
    { text: t.money, to: `${at}/money`, also: [`${at}/payments`, `${at}/measures`] },
    ...services,
    { text: t.practices, to: `${at}/practices` },
    { text: returns, to: `${at}/returns` },
    { text: t.matters, to: `${at}/matters`, also: [`${at}/baselines`] },
    { text: t.evaluations, to: `${at}/evaluations` },
    { text: t.closeOut, to: `${at}/close-out` },
  ]
  if (!seat) return isExpert ? [] : all
  // Whoever scores from a seat reads the records, and finds the way back to the evaluation.
  const home = { text: t.evaluations, to: `/evaluations/${seat}` }
  return [home, ...all.filter(({ to }) => ![at, `${at}/evaluations`, `${at}/close-out`].includes(to))]
}
