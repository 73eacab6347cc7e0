import { App, Radio, Select } from 'antd'
import { type Declaration, declarationList, declarations } from '../../../../policy/evaluation/experts.ts'
import { addDays, type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { UsccInput } from '../../../../ui/UsccInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import * as acts from '../act-contract.ts'
import { type EvaluationView, listExperts } from '../contract.ts'
import { words } from '../words.ts'

type Props = { view: EvaluationView; onClose: () => void }
type Seat = { accountId: string; employer: string; employerUscc: string; from: Day | null; to: Day | null }

/** How long a seat is open unless told otherwise, days. */
const usualDays = 14

/** An expert of the reader's own unit is given a seat from–to. */
export function NameExpertDialog({ view: { evaluationId }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const found = useView(listExperts, {})
  const today = dayOf(new Date())
  const { form, change, typed, forget } = useKept<Seat>(`evaluations/${evaluationId}/seat`, {
    accountId: '',
    employer: '',
    employerUscc: '',
    from: today,
    to: addDays(today, usualDays),
  })
  const act = useCommand(acts.nameExpert, {
    onDone: () => {
      forget()
      void message.success(t.named)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const experts = found.data?.experts ?? []
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { evaluationId },
      unread,
      body: { ...form, from: form.from ?? '', to: form.to ?? '' },
    })
  return (
    <ActDialog
      typed={typed}
      title={t.nameExpert}
      running={act.isPending}
      error={act.error}
      missing={[form.accountId === '' && { field: 'accountId', label: t.expertAccount }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      {found.data && experts.length === 0 ? <p>{t.noExpertAccounts}</p> : null}
      <Field label={t.expertAccount} name="accountId" required error={errors.accountId}>
        {(bind) => (
          <Select
            {...bind}
            value={form.accountId || null}
            onChange={(accountId) => change({ accountId: accountId ?? '' })}
            options={experts.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
        )}
      </Field>
      <Field label={t.employer} name="employer" required hint={t.employerHint} error={errors.employer}>
        {(bind) => (
          <LineInput {...bind} most={120} value={form.employer} onChange={(employer) => change({ employer })} />
        )}
      </Field>
      <Field label={t.employerUscc} name="employerUscc" error={errors.employerUscc}>
        {(bind) => (
          <UsccInput {...bind} value={form.employerUscc} onChange={(employerUscc) => change({ employerUscc })} />
        )}
      </Field>
      <Field label={t.from} name="from" required error={errors.from}>
        {(bind) => <DayInput {...bind} value={form.from} onChange={(from) => change({ from })} />}
      </Field>
      <Field label={t.to} name="to" required error={errors.to}>
        {(bind) => <DayInput {...bind} value={form.to} onChange={(to) => change({ to })} />}
      </Field>
    </ActDialog>
  )
}

/** Whoever gave the seat takes it back, with a reason. */
export function TakeSeatBackDialog({
  view: { evaluationId },
  seat: { accountId, name },
  onClose,
}: Props & { seat: EvaluationView['seats'][number] }) {
  const t = useWords(words)
  const { message } = App.useApp()
  const reason = useReason(`evaluations/${evaluationId}/seats/${accountId}`)
  const act = useCommand(acts.takeSeatBack, {
    onDone: reason.sent(() => {
      void message.success(t.seatTakenBack)
      onClose()
    }),
  })
  return (
    <ConfirmDialog
      open
      danger
      title={t.takeSeatBack}
      okText={t.takeSeatBack}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { evaluationId }, body: { accountId, reason: said } })}
      onCancel={onClose}
    >
      <p>{t.takeSeatBackNote(name)}</p>
    </ConfirmDialog>
  )
}

/** Bound to the park, or not: before the first score. */
export function DeclareDialog({ view: { evaluationId }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept<{ declared: Declaration; reason: string }>(
    `evaluations/${evaluationId}/declaration`,
    { declared: 'free', reason: '' },
  )
  const act = useCommand(acts.declare, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const send = (unread?: readonly string[]) => act.mutate({ params: { evaluationId }, unread, body: form })
  return (
    <ActDialog
      typed={typed}
      title={t.declare}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p>{t.declareNote}</p>
      <Field label={t.interest} name="declared" required error={errors.declared}>
        {() => (
          <Radio.Group
            value={form.declared}
            onChange={(event) => change({ declared: event.target.value as Declaration })}
            options={declarationList.map((value) => ({ value, label: say(declarations[value]) }))}
          />
        )}
      </Field>
      {form.declared === 'bound' ? (
        <Field label={t.reason} name="reason" required error={errors.reason}>
          {(bind) => (
            <ProseInput {...bind} rows={3} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
