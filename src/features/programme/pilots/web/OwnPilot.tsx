import { useEffect } from 'react'
import { whereWorkGoesOn } from '../../../../policy/oversight/standing.ts'
import type { Text } from '../../../../shared/words.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo } from '../../../../ui/url.ts'
import { listPilots, listPilotsOfPark } from '../contract.ts'
import { standingWords, words } from '../words.ts'

type OwnPilotProps = { title: Text; page: string }

/** One entry of the navigation for a page of the reader's pilot: a park is led to where its work goes on (G6.1), and asked where that is in several. */
export function OwnPilot({ title, page }: OwnPilotProps) {
  const say = useText()
  const isPark = useMe().unitKind === 'park'
  return <Page title={say(title)}>{isPark ? <OfPark page={page} /> : <OfOthers page={page} />}</Page>
}

function OfPark({ page }: { page: string }) {
  const t = useWords(standingWords)
  const view = useView(listPilotsOfPark, { params: { parkId: useMe().unitId } })
  return (
    <Async view={view}>
      {({ pilots }) =>
        pilots.length === 0 ? (
          <EmptyState>
            <p>{t.none}</p>
            <AppLink to="/standing">{t.begin}</AppLink>
          </EmptyState>
        ) : (
          <Choice
            page={page}
            places={whereWorkGoesOn(pilots).map(({ pilotId, batchName }) => ({ pilotId, text: batchName }))}
          />
        )
      }
    </Async>
  )
}

function OfOthers({ page }: { page: string }) {
  const t = useWords(words)
  const view = useView(listPilots)
  return (
    <Async view={view} isEmpty={({ pilots }) => pilots.length === 0} empty={t.empty}>
      {({ pilots }) => (
        <Choice
          page={page}
          places={pilots.map(({ pilotId, parkName, batchName }) => ({ pilotId, text: `${parkName} · ${batchName}` }))}
        />
      )}
    </Async>
  )
}

type ChoiceProps = { page: string; places: readonly { readonly pilotId: string; readonly text: string }[] }

function Choice({ page, places }: ChoiceProps) {
  const go = useGo()
  const only = places.length === 1 ? places[0]?.pilotId : undefined
  useEffect(() => {
    if (only) go(`/pilots/${only}/${page}`, { replace: true })
  })
  if (only) return null
  return (
    <ul className="panel">
      {places.map(({ pilotId, text }) => (
        <li key={pilotId}>
          <AppLink to={`/pilots/${pilotId}/${page}`}>{text}</AppLink>
        </li>
      ))}
    </ul>
  )
}
