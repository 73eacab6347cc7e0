import { useEffect } from 'react'
import type { Text } from '../../../../shared/words.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo } from '../../../../ui/url.ts'
import { listPilots } from '../contract.ts'
import { words } from '../words.ts'

type OwnPilotProps = { title: Text; page: string }

/** One entry of the navigation for a page of the reader's pilot: a park in several batches is asked which. */
export function OwnPilot({ title, page }: OwnPilotProps) {
  const t = useWords(words)
  const say = useText()
  const view = useView(listPilots)
  return (
    <Page title={say(title)}>
      <Async view={view} isEmpty={({ pilots }) => pilots.length === 0} empty={t.empty}>
        {({ pilots }) => <Choice pilots={pilots} page={page} />}
      </Async>
    </Page>
  )
}

function Choice({ pilots, page }: { pilots: Reply<typeof listPilots>['pilots']; page: string }) {
  const go = useGo()
  const only = pilots.length === 1 ? pilots[0]?.pilotId : undefined
  useEffect(() => {
    if (only) go(`/pilots/${only}/${page}`, { replace: true })
  })
  if (only) return null
  return (
    <ul className="panel">
      {pilots.map(({ pilotId, batchName, parkName }) => (
        <li key={pilotId}>
          <AppLink to={`/pilots/${pilotId}/${page}`}>
            {parkName} · {batchName}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
