import { useEffect } from 'react'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useGo } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ImportEntries } from './ImportEntries.tsx'

/** One entry of the navigation for the registers one keeps: an enterprise in one batch comes to its own at once. */
export function OwnRegisters() {
  const t = useWords(words)
  const view = useView(contract.listRegisters)
  return (
    <Page title={t.own} subtitle={t.note}>
      <Async view={view} isEmpty={({ registers }) => registers.length === 0} empty={t.noneOwn}>
        {({ registers }) => <Choice registers={registers} />}
      </Async>
    </Page>
  )
}

const placeOf = ({ pilotId, enterpriseId }: Pick<contract.RegisterRow, 'pilotId' | 'enterpriseId'>) =>
  `/pilots/${pilotId}/enterprises/${enterpriseId}/register`

function Choice({ registers }: { registers: readonly contract.RegisterRow[] }) {
  const t = useWords(words)
  const go = useGo()
  const [first] = registers
  const only = registers.length === 1 && first?.former.length === 0 ? placeOf(first) : null
  useEffect(() => {
    if (only) go(only, { replace: true })
  })
  if (only) return null
  const closedPilots: Column<contract.RegisterRow> = {
    key: 'former',
    title: t.closedPilots,
    show: ({ former }) =>
      former.map((one) => (
        <div key={one.enterpriseId}>
          <AppLink to={placeOf(one)}>{t.closedOne(one.batchName, one.entries)}</AppLink>
        </div>
      )),
  }
  const columns: Column<contract.RegisterRow>[] = [
    { key: 'name', title: t.enterprise },
    {
      key: 'batchName',
      title: t.batch,
      show: ({ batchName, open }) => (open ? batchName : `${batchName} · ${t.closed}`),
    },
    { key: 'entries', title: t.entries, align: 'right', width: 120 },
    ...(registers.some(({ former }) => former.length > 0) ? [closedPilots] : []),
  ]
  const open = registers.filter((register) => register.open)
  const pilots = [...new Map(open.map(({ pilotId, batchName }) => [pilotId, batchName]))]
  return (
    <>
      <DataTable
        label={t.own}
        columns={columns}
        rows={registers}
        rowKey={({ enterpriseId }) => enterpriseId}
        rowTo={placeOf}
      />
      {pilots.map(([pilotId, batchName]) => (
        <ImportEntries key={pilotId} pilotId={pilotId} batchName={batchName} />
      ))}
    </>
  )
}
