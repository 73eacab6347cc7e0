import { Button } from 'antd'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { showPilot } from '../../../programme/pilots/contract.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'
import { ServiceTable } from './ServiceTable.tsx'

/** The services of one pilot. */
export function PilotServicesPage() {
  const t = useWords(words)
  const go = useGo()
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const { permissions } = useMe()
  const mayOrder = permissions.includes('service.order')
  const pilot = useView(showPilot, { params: { pilotId } })
  const at = `/pilots/${pilotId}`
  const order = () => go(`${at}/services/new`)
  return (
    <Page title={t.services} subtitle={pilot.data?.parkName} tabs={tabs}>
      <ServiceTable
        pilotId={pilotId}
        actions={
          <>
            {permissions.includes('finding.view') ? (
              <Button onClick={() => go(`/findings?pilotId=${pilotId}`)}>{t.toFindings}</Button>
            ) : null}
            {mayOrder ? (
              <Button type="primary" onClick={order}>
                {t.newNeed}
              </Button>
            ) : null}
          </>
        }
        empty={
          mayOrder ? (
            <>
              <p>{t.noServices}</p>
              <AppLink to={`${at}/enterprises`}>{t.toEnterprises}</AppLink>
            </>
          ) : (
            t.noServicesHere
          )
        }
      />
    </Page>
  )
}
