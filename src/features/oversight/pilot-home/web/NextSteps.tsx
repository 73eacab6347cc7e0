import { CheckCircleFilled, ClockCircleOutlined, RightCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DueDate, InstantText } from '../../../../ui/Values.tsx'
import { showFiling } from '../../../filings/course/contract.ts'
import type { PilotView } from '../../../programme/pilots/contract.ts'
import { words } from '../words.ts'

type StepState = 'done' | 'now' | 'later'

/** The way of a pilot from its plan to the first return, each step with where it stands and a link to it. */
export function NextSteps({ pilot }: { pilot: PilotView }) {
  const t = useWords(words)
  const say = useText()
  const at = `/pilots/${pilot.pilotId}`
  const plan = useView(
    showFiling,
    { params: { filingId: pilot.planFilingId ?? '' } },
    { enabled: pilot.planFilingId !== null },
  )
  const { versions = [], dueOn, waiting: waitedFor = [] } = plan.data ?? {}
  const [version] = versions
  const writing = pilot.planState === 'draft' || pilot.planState === 'returned'
  const approved = pilot.planState === 'approved'
  const waiting = pilot.planState === 'submitted' ? waitedFor.map(say).join('、') : ''
  const afterPlan = (state: StepState): StepState => (approved ? state : 'later')
  const going: StepState = pilot.closedOn === null ? 'now' : 'done'
  return (
    <Section title={t.next}>
      <ol className="pilot-steps">
        <Step to={`${at}/plan`} title={t.stepPlan} state={writing ? 'now' : 'done'}>
          {pilot.planState === 'returned' ? `${t.returnedNow} ` : ''}
          {writing && dueOn ? (
            <>
              {t.due} <DueDate day={dueOn} />
            </>
          ) : version ? (
            <>
              {t.submittedAt(version.no)} <InstantText at={version.submittedAt} />
            </>
          ) : null}
        </Step>
        <Step to={`${at}/plan`} title={t.stepReview} state={approved ? 'done' : writing ? 'later' : 'now'}>
          {approved ? t.planApproved : waiting ? t.waitingFor(waiting) : ''}
        </Step>
        <Step to={`${at}/money`} title={t.stepMoney} state={afterPlan(pilot.disbursedFen > 0 ? 'done' : 'now')}>
          {approved ? t.disbursedText(formatYuan(pilot.disbursedFen)) : t.afterPlan}
        </Step>
        <Step to={`${at}/enterprises`} title={t.stepDiagnosis} state={afterPlan(pilot.services > 0 ? 'done' : 'now')}>
          {approved ? '' : t.afterPlan}
        </Step>
        <Step to={`${at}/services`} title={t.stepServices} state={afterPlan(pilot.services > 0 ? going : 'later')}>
          {approved ? t.servicesText(pilot.services, pilot.servicesCounted) : t.afterPlan}
        </Step>
        <Step
          to={`${at}/returns`}
          title={t.stepReturns(say(cadenceWords[pilot.returns.cadence].return), say(pilot.returns.name))}
          state={afterPlan(pilot.servicesCounted > 0 ? going : 'later')}
        >
          {approved ? '' : t.afterPlan}
        </Step>
      </ol>
    </Section>
  )
}

const icons: Readonly<Record<StepState, ReactNode>> = {
  done: <CheckCircleFilled />,
  now: <RightCircleFilled />,
  later: <ClockCircleOutlined />,
}

function Step({ to, title, state, children }: { to: string; title: string; state: StepState; children?: ReactNode }) {
  const t = useWords(words)
  const said = { done: t.stepDone, now: t.stepNow, later: t.stepLater }[state]
  return (
    <li className={`pilot-step is-${state}`}>
      <span className="pilot-step-icon" aria-hidden>
        {icons[state]}
      </span>
      <div>
        <AppLink to={to}>{title}</AppLink> <span className="pilot-step-state">{said}</span>
        <div className="soft">{children}</div>
      </div>
    </li>
  )
}
