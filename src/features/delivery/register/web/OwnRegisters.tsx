import { useEffect } from 'react'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

/** One entry of the navigation for the registers one keeps: an enterprise in one batch comes to its own at once. */
export function OwnRegisters() {
  const t = useWords(words)
  const view = useView(contract.listRegisters)
  return (
    <Page title={t.own}>
      <Async view={view} isEmpty={({ registers }) => registers.length === 0} empty={t.noneOwn}>
        {({ registers }) => <Choice registers={registers} />}
      </Async>
    </Page>
  )
}

const placeOf = ({ pilotId, enterpriseId }: contract.RegisterRow) =>
  `/pilots/${pilotId}/enterprises/${enterpriseId}/register`

function Choice({ registers }: { registers: readonly contract.RegisterRow[] }) {
  const t = useWords(words)
  const go = useGo()
  const [first] = registers
  const only = registers.length === 1 && first ? placeOf(first) : null
  useEffect(() => {
    if (only) go(only, { replace: true })
  })
  if (only) return null
  return (
    <ul className="panel">
      {registers.map((row) => (
        <li key={row.enterpriseId}>
          <AppLink to={placeOf(row)}>
            {row.name} · {row.batchName}
          </AppLink>{' '}
          <span className="soft">{t.count(row.entries)}</span>
        </li>
      ))}
    </ul>
  )
}
