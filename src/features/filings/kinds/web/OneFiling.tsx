import { Async } from '../../../../ui/Async.tsx'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { showPilot } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { type FilingView, showFiling } from '../../course/contract.ts'
import { FilingScreen, type PaperAsked } from '../../course/web/public.ts'
import { filingWord } from '../../papers/contract.ts'
import { kindScreens } from './kind-screens.ts'
import { kindWords } from './kind-words.ts'

/** One filing of any kind at the version that the address names; inside the frame of its pilot where it has one. */
export function OneFiling({ filingId }: { filingId: string }) {
  const { search } = useUrl()
  const version = Number(search.version) || undefined
  const view = useView(showFiling, { params: { filingId }, search: { version } }, { keepPrevious: true })
  return (
    <Async view={view}>
      {(filing) =>
        filing.pilotId === null ? <OfCounty filing={filing} /> : <OfPilot filing={filing} pilotId={filing.pilotId} />
      }
    </Async>
  )
}

function wordOf({ filingId }: FilingView) {
  return (asked: PaperAsked) => downloadUrl(filingWord, { filingId }, asked)
}

function OfCounty({ filing }: { filing: FilingView }) {
  const t = useWords(kindWords)
  const place = { crumbs: [{ text: t.filings, to: '/filings' }], word: wordOf(filing) }
  return <FilingScreen filing={filing} kind={kindScreens[filing.kind]} place={place} />
}

function OfPilot({ filing, pilotId }: { filing: FilingView; pilotId: string }) {
  const t = useWords(kindWords)
  const say = useText()
  const { path } = useUrl()
  const tabs = usePilotTabs(pilotId)
  const pilot = useView(showPilot, { params: { pilotId } })
  const kind = kindScreens[filing.kind]
  const list = kind.list?.(filing, pilotId)
  const crumbs = [
    { text: t.pilots, to: '/pilots' },
    { text: pilot.data?.parkName ?? filing.unit.name, to: `/pilots/${pilotId}` },
    ...(list ? [{ text: say(list.text), to: list.to }] : []),
  ]
  const home = list?.to ?? `/pilots/${pilotId}/plan`
  const own = tabs.map((tab) => (tab.to === home ? { ...tab, also: [path] } : tab))
  return <FilingScreen filing={filing} kind={kind} place={{ tabs: own, crumbs, word: wordOf(filing) }} />
}
