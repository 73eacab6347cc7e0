import { Alert, Button } from 'antd'
import { type ServiceState, serviceLifecycle } from '../../../../policy/services/service.ts'
import { courseRows } from '../../../../policy/services/service-course.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor, abilityNamed } from '../../../../ui/ability.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useGo } from '../../../../ui/url.ts'
import type { ServiceView } from '../contract.ts'
import { courseWords, words } from '../words.ts'
import { actWords } from './act-words.ts'

type ActName = 'select' | 'contract' | 'visit' | 'deliver' | 'invite' | 'confirm' | 'dispute' | 'resume' | 'close'

/** What the park does next in each state; the first is the usual one. */
const parkActs: Readonly<Record<ServiceState, readonly ActName[]>> = {
  needed: ['select'],
  selected: ['contract'],
  contracted: ['visit'],
  'under-way': ['deliver', 'visit'],
  delivered: ['invite'],
  confirmed: [],
  disputed: ['resume'],
  invoiced: [],
  paid: [],
  closed: [],
  cancelled: [],
}

type NextStepProps = { service: ServiceView; onAct: (act: string) => void }

/** The next step in one line, whose it is, and the buttons for those who may take it. */
export function NextStep({ service, onAct }: NextStepProps) {
  const t = useWords(words)
  const c = useWords(courseWords)
  const a = useWords(actWords)
  const say = useText()
  const { unitKind } = useMe()
  const go = useGo()
  const next = service.course.find((one) => one.state === 'next')
  const row = courseRows.find((one) => one.step === next?.step)
  return (
    <>
      {service.dispute ? (
        <Alert
          type="warning"
          showIcon
          title={c.disputeSaid(service.dispute.on)}
          description={<p className="prose">{service.dispute.comment}</p>}
        />
      ) : null}
      <div className={`panel next-step ${next ? '' : 'is-rest'}`}>
        <div>
          {next && row ? (
            <>
              <span className="soft">{t.nextStep}</span>{' '}
              <strong>{service.state === 'disputed' ? a.resume : say(row)}</strong>{' '}
              <span className="soft">{c.whoActs(next.who.map(say).join(c.or))}</span>
            </>
          ) : (
            <span className="soft">
              {service.state === 'cancelled' ? `${t.cancelReason}：${service.cancelReason}` : t.nextNone}
            </span>
          )}
        </div>
        {unitKind === 'enterprise' && service.state === 'delivered' ? (
          <ButtonRow className="page-actions no-print">
            <Act service={service} act="confirm" primary onAct={onAct} />
            <Act service={service} act="dispute" onAct={onAct} />
          </ButtonRow>
        ) : null}
        {unitKind !== 'park' && unitKind !== 'enterprise' && service.state === 'delivered' ? (
          <ButtonRow className="page-actions no-print">
            <ActionButton
              action={abilityFor(service.actions, 'slip')}
              onClick={() => go(`/services/${service.serviceId}/slip`)}
            >
              {a.slip}
            </ActionButton>
          </ButtonRow>
        ) : null}
        {unitKind === 'park' ? <ParkActs service={service} onAct={onAct} step={next?.step} /> : null}
      </div>
    </>
  )
}

function ParkActs({ service, onAct, step }: NextStepProps & { step: string | undefined }) {
  const c = useWords(courseWords)
  const a = useWords(actWords)
  const go = useGo()
  const { serviceId, state, actions } = service
  const acts = step === 'closing' ? (['close'] as const) : parkActs[state]
  return (
    <ButtonRow className="page-actions no-print">
      {acts.map((act, at) => (
        <Act key={act} service={service} act={act} primary={at === 0} onAct={onAct} />
      ))}
      {step === 'invoice' || step === 'payment' ? (
        <Button type="primary" onClick={() => go(`/services/${serviceId}/payments`)}>
          {c.toPayment}
        </Button>
      ) : null}
      {state === 'cancelled' ? null : (
        <ActionButton action={abilityFor(actions, 'add-evidence')} onClick={() => onAct('add-evidence')}>
          {a['add-evidence']}
        </ActionButton>
      )}
      {state === 'needed' || state === 'selected' ? (
        <ActionButton type="text" action={abilityFor(actions, 'correct-day')} onClick={() => onAct('correct-day')}>
          {a['correct-day']}
        </ActionButton>
      ) : null}
      {serviceLifecycle[state].cancel ? (
        <ActionButton danger type="text" action={abilityFor(actions, 'cancel')} onClick={() => onAct('cancel')}>
          {a.cancel}
        </ActionButton>
      ) : null}
    </ButtonRow>
  )
}

type ActProps = NextStepProps & { act: ActName; primary?: boolean }

function Act({ service, act, primary, onAct }: ActProps) {
  const a = useWords(actWords)
  return (
    <ActionButton
      type={primary ? 'primary' : 'default'}
      action={abilityNamed(service.actions, act)}
      onClick={() => onAct(act)}
    >
      {a[act]}
    </ActionButton>
  )
}
