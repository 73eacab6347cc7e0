import { Alert } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { listBaselines } from '../../../programme/baselines/contract.ts'
import { words } from '../words.ts'

/** Above an approved plan: that it is locked, or that a major matter has changed it since, so that another version holds. */
export function PlanInForce({ pilotId }: { pilotId: string }) {
  const t = useWords(words)
  const { data } = useView(listBaselines, { params: { pilotId } })
  const [newest] = data?.versions ?? []
  if (!newest || newest.no === 1) return <Alert type="info" showIcon className="notice" title={t.closedApproved} />
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
