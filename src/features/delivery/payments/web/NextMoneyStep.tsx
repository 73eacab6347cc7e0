import { permissions, posts } from '../../../../policy/people/roles.ts'
import { formatYuan } from '../../../../shared/money.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityNamed } from '../../../../ui/ability.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import type { PaymentsView } from '../contract.ts'
import { actWords, words } from '../words.ts'
import { moneyStep, stepPermissions, waitingPayment } from './money-step.ts'

type NextMoneyStepProps = { view: PaymentsView; onAct: (act: string, paymentId?: string) => void }

/** The next step in one line, whose it is, and the button for the park. */
export function NextMoneyStep({ view, onAct }: NextMoneyStepProps) {
  const t = useWords(words)
  const a = useWords(actWords)
  const say = useText()
  const inPark = useMe().unitKind === 'park'
  const step = moneyStep(view)
  const permission = stepPermissions[step]
  const waiting = waitingPayment(view)
  const restFen =
    view.contract && view.state !== 'closed' ? view.contract.provincialFen + view.contract.parkFen - view.owedFen : 0
  const texts = {
    wait: t.stepWait,
    invoice: t.stepInvoice,
    prepare: t.stepPrepare,
    approve: t.stepApprove,
    receipt: t.stepReceipt,
    paid:
      restFen > 0
        ? t.stepPaidSoFar(formatYuan(view.owedFen), formatYuan(restFen))
        : t.stepPaid(formatYuan(view.owedFen)),
    none: t.stepNone,
    over: t.stepOver,
  }
  if (!permission) {
    return (
      <div className="panel next-step is-rest" role="status">
        <span className="soft">{texts[step]}</span>
      </div>
    )
  }
  const who = permissions[permission].posts.map((post) => say(posts[post])).join(t.or)
  const act = (
    name: 'record-invoice' | 'prepare-payment' | 'approve' | 'record-receipt' | 'cancel',
    primary: boolean,
  ) => (
    <ActionButton
      type={primary ? 'primary' : 'default'}
      action={abilityNamed(waiting?.actions ?? view.actions, name)}
      onClick={() => onAct(name, waiting?.paymentId)}
    >
      {a[name]}
    </ActionButton>
  )
  const amount = waiting ? waiting.provincialFen + waiting.parkFen : 0
  return (
    <div className="panel next-step">
      <div>
        <span className="soft">{t.nextStep}</span> <strong>{texts[step]}</strong>{' '}
        {amount > 0 ? <strong className="number">¥{formatYuan(amount)}</strong> : null}{' '}
        <span className="soft">{t.whoActs(who)}</span>
      </div>
      {inPark ? (
        <ButtonRow className="page-actions no-print">
          {step === 'invoice' ? act('record-invoice', true) : null}
          {step === 'prepare' ? act('prepare-payment', true) : null}
          {step === 'approve' ? act('approve', true) : null}
          {step === 'receipt' ? act('record-receipt', true) : null}
          {waiting ? act('cancel', false) : null}
        </ButtonRow>
      ) : null}
    </div>
  )
}
