import { consultationWays } from '../../../../policy/oversight/consultations.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { DayText, InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Decisions } from './Decisions.tsx'
import { useAsking } from './use-asking.tsx'
import './consultations.css'

/** The minutes of one consultation with what came of its decisions, and what was added later. */
export function ConsultationPage() {
  const consultationId = usePathParam('consultationId')
  const view = useView(contract.showConsultation, { params: { consultationId } })
  return <Async view={view}>{(minutes) => <Minutes minutes={minutes} />}</Async>
}

function Minutes({ minutes }: { minutes: contract.ConsultationView }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const { consultationId, participants, decisions, amendments, actions } = minutes
  const amending = useAsking(contract.amendConsultation)
  const amend = abilityFor(actions, 'amend')
  return (
    <Page
      title={minutes.topic}
      subtitle={`${minutes.unitName} · ${minutes.batchName}`}
      back={{ text: t.title, to: '/consultations' }}
      actions={
        <>
          <DownloadPaper word={downloadUrl(contract.minutesWord, { consultationId }, { language })} />
          <PrintButton />
          {amend?.allowed ? (
            <ActionButton
              action={amend}
              onClick={() =>
                amending.ask({
                  key: `consultation/${consultationId}/amend`,
                  title: t.amendTitle,
                  label: t.amendNote,
                  okText: t.amend,
                  send: (amendment) => ({ params: { consultationId }, body: { amendment } }),
                })
              }
            >
              {t.amend}
            </ActionButton>
          ) : null}
        </>
      }
    >
      <Section id="facts" title={t.facts}>
        <KeyValue
          columns={3}
          facts={[
            { label: t.heldOn, value: <DayText day={minutes.heldOn} /> },
            { label: t.way, value: say(consultationWays[minutes.way]) },
            { label: t.place, value: minutes.place || '—' },
            { label: t.by, value: minutes.unitName },
            { label: t.recordedBy, value: minutes.recordedByName },
            { label: t.recordedAt, value: <InstantText at={minutes.recordedAt} /> },
            { label: t.matters, wide: true, value: <div className="consultation-text">{minutes.matters}</div> },
          ]}
        />
      </Section>
      <Section id="participants" title={t.participants}>
        <DataTable
          label={t.participants}
          columns={[
            { key: 'unitName', title: t.unit },
            { key: 'person', title: t.person },
          ]}
          rows={participants}
          rowKey={(row) => `${row.unitName} ${row.person}`}
        />
      </Section>
      <Section id="decisions" title={t.decisions}>
        <Decisions decisions={decisions} today={minutes.today} />
      </Section>
      <Section id="amendments" title={t.amendments}>
        {amendments.length === 0 ? <p className="soft">{t.noAmendments}</p> : null}
        <ul className="consultation-amendments">
          {amendments.map(({ amendment, byName, at }) => (
            <li key={at + amendment}>
              <div className="consultation-text">{amendment}</div>
              <div className="soft">
                {byName} <InstantText at={at} />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {amending.dialog}
    </Page>
  )
}
