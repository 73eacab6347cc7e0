import { Button } from 'antd'
import { useState } from 'react'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { Async } from '../../../ui/Async.tsx'
import { useView } from '../../../ui/api.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { usePilotTabs } from '../../../ui/pilot-tabs.ts'
import { useMe } from '../../../ui/session.ts'
import { useGo, usePathParam } from '../../../ui/url.ts'
import { showPilot } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { useMatterColumns } from './matter-columns.tsx'
import { OpenMatter } from './OpenMatter.tsx'
import './matters.css'

/** The major matters of one pilot, and the way to report a new one. */
export function PilotMattersPage() {
  const t = useWords(words)
  const me = useMe()
  const go = useGo()
  const pilotId = usePathParam('pilotId')
  const pilot = useView(showPilot, { params: { pilotId } })
  const view = useView(contract.listPilotMatters, { params: { pilotId } })
  const tabs = usePilotTabs(pilotId)
  const columns = useMatterColumns({ ofPilot: true })
  const [opening, setOpening] = useState(false)
  const action = view.data ? actionNamed(view.data.actions, 'open') : undefined
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
          {me.permissions.includes('matter.edit') ? (
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
      <OpenMatter pilotId={pilotId} open={opening} onClose={() => setOpening(false)} />
    </Page>
  )
}
