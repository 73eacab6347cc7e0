import { Button } from 'antd'
import { useState } from 'react'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { showPilot } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useMatterColumns } from './matter-columns.tsx'
import { OpenMatter } from './OpenMatter.tsx'
import './matters.css'

/** The major matters of one pilot, and the way to report a new one. */
export function PilotMattersPage() {
  const t = useWords(words)
  const go = useGo()
  const pilotId = usePathParam('pilotId')
  const pilot = useView(showPilot, { params: { pilotId } })
  const view = useView(contract.listPilotMatters, { params: { pilotId } })
  const tabs = usePilotTabs(pilotId)
  const columns = useMatterColumns({ ofPilot: true })
  const isOwn = useMe().unitId === pilot.data?.parkId
  const [opening, setOpening] = useState(false)
  const action = view.data ? abilityFor(view.data.actions, 'open') : undefined
  return (
    <Page
      title={t.title}
      subtitle={t.lede}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: pilot.data?.parkName ?? '…', to: `/pilots/${pilotId}` },
      ]}
      tabs={tabs}
      actions={
        <>
          <Button onClick={() => go(`/pilots/${pilotId}/baselines`)}>{t.versions}</Button>
          {isOwn ? (
            <ActionButton type="primary" action={action} onClick={() => setOpening(true)}>
              {t.open}
            </ActionButton>
          ) : null}
        </>
      }
    >
      <Async view={view}>
        {(data) => (
          <DataTable
            label={t.title}
            columns={columns}
            rows={data.matters}
            rowKey={(row) => row.filingId}
            rowTo={(row) => `/matters/${row.filingId}`}
            empty={<p>{t.none}</p>}
          />
        )}
      </Async>
      {pilot.data ? <OpenMatter pilot={pilot.data} open={opening} onClose={() => setOpening(false)} /> : null}
    </Page>
  )
}
