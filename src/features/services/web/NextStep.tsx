import type { ServiceState } from '../../../policy/service.ts'
import { courseRows } from '../../../policy/service-course.ts'
import { ActionButton, actionNamed } from '../../../ui/ActionButton.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
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
  confirmed: ['close'],
  disputed: ['resume'],
  invoiced: [],
  paid: ['close'],
  closed: [],
  cancelled: [],
}

/** The next step in one line, whose it is, and the buttons for those who may take it. */
export function NextStep({ service, onAct }: { service: ServiceView; onAct: (act: string) => void }) {
  const t = useWords(words)
  const c = useWords(courseWords)
  const a = useWords(actWords)
  const say = useText()
  const me = useMe()
  const next = service.course.find((one) => one.state === 'next')
  const row = courseRows.find((one) => one.step === next?.step)
  const enterprise = me.unitKind === 'enterprise'
  const acts = enterprise ? (['confirm', 'dispute'] as const) : parkActs[service.state]
  const mine = enterprise ? service.state === 'delivered' : me.unitKind === 'park'
  const over = service.state === 'closed' || service.state === 'cancelled'
  return (
    <div className={`panel next-step ${next ? '' : 'is-done'}`}>
      <div className="next-step-text">
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
      {mine ? (
        <div className="page-actions no-print">
          {acts.map((act, at) => (
            <ActionButton
              key={act}
              type={at === 0 ? 'primary' : 'default'}
              action={actionNamed(service.actions, act)}
              onClick={() => onAct(act)}
            >
              {a[act]}
            </ActionButton>
          ))}
          {enterprise ? null : (
            <ActionButton action={actionNamed(service.actions, 'add-evidence')} onClick={() => onAct('add-evidence')}>
              {a['add-evidence']}
            </ActionButton>
          )}
          {enterprise || over ? null : (
            <ActionButton
              danger
              type="text"
              action={actionNamed(service.actions, 'cancel')}
              onClick={() => onAct('cancel')}
            >
              {a.cancel}
            </ActionButton>
          )}
        </div>
      ) : null}
    </div>
  )
}
