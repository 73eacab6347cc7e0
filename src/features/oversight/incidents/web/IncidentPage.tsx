import { incidentKinds } from '../../../../policy/oversight/incidents.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NotFoundPage } from '../../../../ui/NotFoundPage.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam } from '../../../../ui/url.ts'
import { InstantText, instantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Dealing } from './Dealing.tsx'
import { GradeTag, StateTag } from './tags.tsx'

/** One incident: for whoever noticed it what became of it, for those who deal with it or oversee it everything. */
export function IncidentPage() {
  const incidentId = usePathParam('incidentId')
  const { permissions } = useMe()
  return permissions.includes('incident.view') ? <Whole incidentId={incidentId} /> : <Own incidentId={incidentId} />
}

function Whole({ incidentId }: { incidentId: string }) {
  const view = useView(contract.showIncident, { params: { incidentId } })
  return (
    <Async view={view}>
      {(incident) => (
        <Dealing incident={incident}>
          <Noticed incident={incident} by={incident.noticedByName} />
        </Dealing>
      )}
    </Async>
  )
}

function Own({ incidentId }: { incidentId: string }) {
  const t = useWords(words)
  const view = useView(contract.ownIncidents, { search: { incidentId } })
  return (
    <Async view={view}>
      {({ incidents: [incident] }) =>
        incident ? (
          <Page
            title={t.incidentOf(instantText(incident.noticedAt))}
            subtitle={incident.unitName}
            back={{ text: t.title, to: '/incidents' }}
          >
            <Noticed incident={incident} by={null} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Async>
  )
}

function Noticed({ incident, by }: { incident: contract.OwnIncident; by: string | null }) {
  const t = useWords(words)
  const say = useText()
  const { state, handling, dismissal } = incident
  return (
    <>
      <Section id="facts" title={t.facts}>
        <KeyValue
          columns={3}
          facts={[
            { label: t.noticedAt, value: <InstantText at={incident.noticedAt} /> },
            { label: t.place, value: incident.place },
            { label: t.unit, value: by ?? incident.unitName },
            { label: t.enteredAt, value: <InstantText at={incident.enteredAt} /> },
            { label: t.what, wide: true, value: <div className="incident-text">{incident.what}</div> },
          ]}
        />
      </Section>
      <Section id="result" title={t.result}>
        <KeyValue
          columns={3}
          facts={[
            { label: t.state, value: <StateTag state={state} /> },
            { label: t.grade, value: <GradeTag grade={incident.grade} /> },
            incident.kind !== null && { label: t.kind, value: say(incidentKinds[incident.kind]) },
            incident.endedAt !== null && { label: t.endedAt, value: <InstantText at={incident.endedAt} /> },
            handling !== '' && {
              label: t.handling,
              wide: true,
              value: <div className="incident-text">{handling}</div>,
            },
            dismissal !== '' && {
              label: t.dismissal,
              wide: true,
              value: <div className="incident-text">{dismissal}</div>,
            },
          ]}
        />
        {state === 'noticed' ? <p className="soft">{t.waiting}</p> : null}
        {state === 'assessed' ? <p className="soft">{t.underWay}</p> : null}
      </Section>
    </>
  )
}
