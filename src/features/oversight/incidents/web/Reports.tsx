import {
  reportChannels,
  reportFieldName,
  reportKinds,
  reportRecipients,
} from '../../../../policy/oversight/incident-report.ts'
import { downloadUrl } from '../../../../ui/api.ts'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { GradeTag } from './tags.tsx'

/** What was told, to whom, by which channel and when, as it was told. */
export function Reports({ incident: { incidentId, dealings } }: { incident: contract.IncidentView }) {
  const t = useWords(words)
  return (
    <Section id="reports" title={t.reports}>
      {dealings.reports.length === 0 ? <p className="soft">{t.noReports}</p> : null}
      {dealings.reports.map((report) => (
        <Report key={report.reportId} incidentId={incidentId} report={report} />
      ))}
    </Section>
  )
}

function Report({ incidentId, report }: { incidentId: string; report: contract.ReportView }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const { reportId, no, kind, late, lateReason, content } = report
  return (
    <article className="incident-report">
      <h3>
        {no}. {say(reportKinds[kind])}
        {late ? <StatusTag tone="bad">{t.late}</StatusTag> : null}
      </h3>
      <KeyValue
        columns={3}
        facts={[
          { label: t.recipient, value: say(reportRecipients[report.recipient]) },
          { label: t.channel, value: say(reportChannels[report.channel]) },
          { label: t.reportedAt, value: <InstantText at={report.reportedAt} /> },
          { label: t.grade, value: <GradeTag grade={report.grade} /> },
          {
            label: t.recordedBy,
            value: (
              <>
                {report.recordedByName} <InstantText at={report.recordedAt} />
              </>
            ),
          },
          late && { label: t.lateReason, wide: true, value: <div className="incident-text">{lateReason}</div> },
          ...content.map(({ field, text }) => ({
            label: say(reportFieldName(kind, field)),
            wide: true as const,
            value: <div className="incident-text">{text}</div>,
          })),
        ]}
      />
      <DownloadPaper word={downloadUrl(contract.reportWord, { incidentId, reportId }, { language })} />
    </article>
  )
}
