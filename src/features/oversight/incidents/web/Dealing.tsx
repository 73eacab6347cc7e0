import { type ReactNode, useState } from 'react'
import { reportRecipients } from '../../../../policy/oversight/incident-report.ts'
import { incidentGrades } from '../../../../policy/oversight/incidents.ts'
import { listed } from '../../../../shared/words.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { useMe } from '../../../../ui/session.ts'
import { Count, InstantText, instantText, Money, StatusTag } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Affected } from './Affected.tsx'
import { AssessDialog } from './AssessDialog.tsx'
import { DueAt, useServerTime } from './Clock.tsx'
import { Contacts } from './Contacts.tsx'
import { DismissDialog, EndDialog } from './EndDialogs.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { Reports } from './Reports.tsx'
import { SummaryDialog } from './SummaryDialog.tsx'

type Act = 'assess' | 'report' | 'end' | 'sum-up' | 'dismiss'
type DealingProps = { incident: contract.IncidentView; children: ReactNode }

/** An incident as it is dealt with: its clocks, its acts, what was told, what was affected, whom to call. */
export function Dealing({ incident, children }: DealingProps) {
  const t = useWords(words)
  const { permissions } = useMe()
  const [act, setAct] = useState<Act | null>(null)
  const { actions, state } = incident
  const close = () => setAct(null)
  const titles: readonly (readonly [Act, string])[] = [
    ['assess', state === 'noticed' ? t.assess : t.assessAgain],
    ['report', t.report],
    ['end', t.end],
    ['sum-up', t.sumUp],
    ['dismiss', t.dismiss],
  ]
  const next = { noticed: 'assess', assessed: incident.dealings.owed.length > 0 ? 'report' : 'end', ended: 'sum-up' }
  const isOver = state === 'summed-up' || state === 'dismissed'
  const isMine = permissions.includes('incident.handle') && !isOver
  // An act of another step is no act at all here; one that its rule refuses says why.
  const shown = titles.filter(([name]) => offered[state].includes(name))
  return (
    <Page
      title={t.incidentOf(instantText(incident.noticedAt))}
      subtitle={incident.unitName}
      back={{ text: t.title, to: '/incidents' }}
      actions={
        <>
          <PrintButton />
          {isMine
            ? shown.map(([name, title]) => (
                <ActionButton
                  key={name}
                  type={name === next[state as keyof typeof next] ? 'primary' : 'default'}
                  action={abilityFor(actions, name)}
                  onClick={() => setAct(name)}
                >
                  {title}
                </ActionButton>
              ))
            : null}
        </>
      }
    >
      {isOver ? null : <Clocks incident={incident} />}
      {children}
      <Grading dealings={incident.dealings} />
      <Reports incident={incident} />
      <Affected incident={incident} />
      <Contacts />
      {act === 'assess' ? <AssessDialog incident={incident} onClose={close} /> : null}
      {act === 'report' ? <ReportDialog incident={incident} onClose={close} /> : null}
      {act === 'end' ? <EndDialog incident={incident} onClose={close} /> : null}
      {act === 'sum-up' ? <SummaryDialog incident={incident} onClose={close} /> : null}
      <DismissDialog incidentId={incident.incidentId} open={act === 'dismiss'} onClose={close} />
    </Page>
  )
}

const offered: Readonly<Record<contract.IncidentView['state'], readonly Act[]>> = {
  noticed: ['assess', 'dismiss'],
  assessed: ['report', 'end', 'assess', 'dismiss'],
  ended: ['sum-up', 'report'],
  'summed-up': [],
  dismissed: [],
}

function Clocks({ incident: { now: asOf, state, grade, dealings } }: { incident: contract.IncidentView }) {
  const t = useWords(words)
  const say = useText()
  const now = useServerTime(asOf)
  const { assessDueAt, reportDueAt, summaryDueAt, owed } = dealings
  return (
    <Section id="clock" title={t.clock}>
      <KeyValue
        columns={1}
        facts={[
          assessDueAt !== null && { label: t.assessBy, value: <DueAt at={assessDueAt} now={now} /> },
          grade !== null && {
            label: t.reportBy,
            value:
              reportDueAt === null ? (
                t.noReportOwed
              ) : owed.length === 0 ? (
                <StatusTag tone="good">{t.allReported}</StatusTag>
              ) : (
                <>
                  <DueAt at={reportDueAt} now={now} />
                  <div className="soft">{t.owedTo(say(listed(owed.map((to) => reportRecipients[to]))))}</div>
                </>
              ),
          },
          state === 'ended' &&
            summaryDueAt !== null && {
              label: t.summaryBy,
              value: <DueAt at={summaryDueAt} now={now} />,
            },
        ]}
      />
    </Section>
  )
}

function Grading({ dealings }: { dealings: contract.DealingsView }) {
  const t = useWords(words)
  const say = useText()
  const { assessedAt, assessedByName, proposedGrade, gradeReason, critical } = dealings
  if (assessedAt === null) return null
  return (
    <Section id="grading" title={t.grading}>
      <KeyValue
        columns={3}
        facts={[
          { label: t.occurredAt, value: <InstantText at={dealings.occurredAt} /> },
          { label: t.persons, value: <Count value={dealings.persons} /> },
          { label: t.loss, value: <Money fen={dealings.lossFen} /> },
          { label: t.minutesUnreachable, value: <Count value={dealings.minutesUnreachable} /> },
          { label: t.minutesImpaired, value: <Count value={dealings.minutesImpaired} /> },
          { label: t.critical, value: critical ? t.yes : t.no },
          {
            label: t.assessedBy,
            value: (
              <>
                {assessedByName} <InstantText at={assessedAt} />
              </>
            ),
          },
          proposedGrade !== null && { label: t.grade, value: t.proposed(say(incidentGrades[proposedGrade])) },
          gradeReason !== '' && {
            label: t.gradeReason,
            wide: true,
            value: <div className="incident-text">{gradeReason}</div>,
          },
        ]}
      />
    </Section>
  )
}
