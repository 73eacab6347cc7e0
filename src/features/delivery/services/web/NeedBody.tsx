import { AppLink } from '../../../../ui/AppLink.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'
import { FormerDays } from './FormerDays.tsx'

export function NeedBody({ service }: { service: ServiceView }) {
  const t = useWords(courseWords)
  const { enterprise, pilotId, diagnosedOn, need, openedBy } = service
  return (
    <>
      <p className="prose">{need}</p>
      <p className="soft">
        <AppLink to={`/pilots/${pilotId}/enterprises/${enterprise.enterpriseId}`}>{t.diagnosedOn(diagnosedOn)}</AppLink>{' '}
        · {openedBy}
      </p>
      <FormerDays service={service} step="need" />
    </>
  )
}
