import { useState } from 'react'
import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { serviceStateNames } from '../../../../policy/services/service.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useJump } from '../../../../ui/use-jump.ts'
import { StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { CountingPanel } from './CountingPanel.tsx'
import { Course } from './Course.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { NextStep } from './NextStep.tsx'
import { ServiceActs } from './ServiceActs.tsx'
import { useServiceTabs } from './service-tabs.ts'
import { stateTones } from './state-tone.ts'
import './services.css'

/** One service from need to file; the act that is open stands in the address (`?act=visit`). */
export function ServicePage() {
  const t = useWords(words)
  const say = useText()
  const serviceId = usePathParam('serviceId')
  const { search, setSearch } = useUrl()
  const me = useMe()
  const tabs = useServiceTabs(serviceId)
  const view = useView(contract.showService, { params: { serviceId } })
  useJump(view.data !== undefined)
  const service = view.data
  const [pressed, setPressed] = useState<string | null>(null)
  const open = (act: string) => {
    setPressed(act)
    setSearch({ act }, { replace: false })
  }
  const list = service && me.permissions.includes('pilot.view') ? `/pilots/${service.pilotId}/services` : '/services'
  return (
    <Page
      title={service ? `${service.no} ${say(serviceKinds[service.kind])}` : t.services}
      status={
        service ? <StatusTag tone={stateTones[service.state]}>{say(serviceStateNames[service.state])}</StatusTag> : null
      }
      subtitle={service ? `${service.enterprise.name} · ${service.parkName}` : undefined}
      back={{ text: t.allServices, to: list }}
      tabs={tabs}
    >
      <Async view={view}>
        {(found) => (
          <>
            <NextStep service={found} onAct={open} />
            <FindingsPanel findings={found.findings} />
            <div className="columns">
              <div>
                <Section id="course" title={t.course}>
                  <Course service={found} />
                </Section>
              </div>
              <div>
                <CountingPanel service={found} />
                <EvidencePanel evidence={found.evidence} />
                <HistoryPanel service={found} />
              </div>
            </div>
            <ServiceActs
              service={found}
              act={search.act}
              isPressed={pressed === search.act}
              onClose={() => setSearch({ act: null })}
            />
          </>
        )}
      </Async>
    </Page>
  )
}
