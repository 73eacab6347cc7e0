import { Alert } from 'antd'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useView } from '../../../ui/api.ts'
import { useWords } from '../../../ui/language.tsx'
import { listBaselines } from '../../baselines/contract.ts'
import { words } from '../words.ts'

/** Above a plan that a major matter has changed since: what is shown is the plan as it was approved, not as it holds. */
export function PlanInForce({ pilotId }: { pilotId: string }) {
  const t = useWords(words)
  const { data } = useView(listBaselines, { params: { pilotId } })
  const [newest] = data?.versions ?? []
  if (!newest || newest.no === 1) return null
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={
        <>
          {t.changedSince(newest.no, newest.inForceFrom)}{' '}
          <AppLink to={`/pilots/${pilotId}/baselines?version=${newest.no}`}>{t.seeVersions}</AppLink>
        </>
      }
    />
  )
}
