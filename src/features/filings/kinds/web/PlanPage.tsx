import { Button } from 'antd'
import { Async, EmptyState } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam } from '../../../../ui/url.ts'
import { type PilotView, showPilot } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { openFiling } from '../../course/contract.ts'
import { kindWords } from './kind-words.ts'
import { OneFiling } from './OneFiling.tsx'

/** The plan of a pilot: written, reviewed and read on one page. */
export function PlanPage() {
  const pilot = useView(showPilot, { params: { pilotId: usePathParam('pilotId') } })
  return (
    <Async view={pilot}>
      {(shown) => (shown.planFilingId ? <OneFiling filingId={shown.planFilingId} /> : <NotBegun pilot={shown} />)}
    </Async>
  )
}

/** A plan that nobody has opened; the park begins it here. */
function NotBegun({ pilot }: { pilot: PilotView }) {
  const t = useWords(kindWords)
  const me = useMe()
  const tabs = usePilotTabs(pilot.pilotId)
  const open = useCommand(openFiling)
  const { batchId, parkId: unitId } = pilot
  return (
    <Page
      title={t.plan}
      tabs={tabs}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: pilot.parkName, to: `/pilots/${pilot.pilotId}` },
      ]}
    >
      <RefusalAlert error={open.error} />
      <EmptyState>
        <p>{t.notBegun}</p>
        {me.unitId === unitId && me.permissions.includes('filing.edit') ? (
          <Button
            type="primary"
            loading={open.isPending}
            onClick={() => open.mutate({ body: { batchId, unitId, kind: 'plan', period: '' } })}
          >
            {t.begin}
          </Button>
        ) : null}
      </EmptyState>
    </Page>
  )
}
