import { Async } from '../../../ui/Async.tsx'
import { useView } from '../../../ui/api.ts'
import { useMe } from '../../../ui/session.ts'
import { usePathParam } from '../../../ui/url.ts'
import { showPilot } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanReader } from './PlanReader.tsx'
import './plan.css'

/** The plan of a pilot: to write while it is open for this reader, else to read. */
export function PlanPage() {
  const pilotId = usePathParam('pilotId')
  const me = useMe()
  const pilot = useView(showPilot, { params: { pilotId } })
  const plan = useView(contract.showPlan, { params: { pilotId } })
  return (
    <Async view={pilot}>
      {(shown) => (
        <Async view={plan}>
          {(view) =>
            me.permissions.includes('plan.edit') && (view.state === 'draft' || view.state === 'returned') ? (
              <PlanEditor pilot={shown} plan={view} />
            ) : (
              <PlanReader pilot={shown} plan={view} />
            )
          }
        </Async>
      )}
    </Async>
  )
}
