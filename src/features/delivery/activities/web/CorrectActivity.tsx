import { App, Button } from 'antd'
import { Async } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { Count, FactDay, InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ActivityFields, type Said, sentOf } from './ActivityFields.tsx'

type Props = { activity: contract.ActivityView; onDone: () => void }
type Form = Said & { reason: string }

/** What was wrong is said anew, with the reason; what stood before stays in sight below. */
export function CorrectActivity({ activity, onDone }: Props) {
  const { pilotId } = activity
  const view = useView(contract.listActivities, { params: { pilotId }, search: { pageSize: 1 } })
  return <Async view={view}>{({ known }) => <Correction activity={activity} known={known} onDone={onDone} />}</Async>
}

type CorrectionProps = Props & { known: Parameters<typeof ActivityFields>[0]['known'] }

function Correction({ activity, known, onDone }: CorrectionProps) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { activityId, revision, title, heldOn, place, attendees, kind } = activity
  const { form, change, typed, forget } = useKept<Form>(`activity/${activityId}/correction-${revision}`, {
    title,
    heldOn,
    place,
    attendees: attendees.map(({ uscc, ...one }) => ({ ...one, id: newKey(), uscc: uscc ?? '' })),
    countsConfirmed: false,
    reason: '',
  })
  const correct = useCommand(contract.correctActivity, {
    onDone: () => {
      forget()
      void message.success(t.saved)
      onDone()
    },
  })
  const errors = fieldTexts(correct.error, say)
  const send = (unread?: readonly string[]) =>
    correct.mutate({ unread, params: { activityId }, body: { ...sentOf(form), reason: form.reason } })
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={correct.error} />
          <ActivityFields form={form} change={change} errors={errors} known={known} kind={kind} onKind={null} />
          <Section id="reason" title={t.correctionReason}>
            <Field label={t.correctionReason} name="reason" required error={errors.reason}>
              {(bind) => (
                <ProseInput
                  {...bind}
                  rows={2}
                  most={1000}
                  value={form.reason}
                  onChange={(reason) => change({ reason })}
                />
              )}
            </Field>
          </Section>
          <div className="action-bar">
            <Button onClick={onDone}>{t.back}</Button>
            <Button type="primary" loading={correct.isPending} onClick={() => unlessFaulty(send, send)}>
              {t.correct}
            </Button>
          </div>
        </>
      )}
    </PageForm>
  )
}

export function WithdrawDialog({ activity: { activityId }, onClose }: Omit<Props, 'onDone'> & { onClose: () => void }) {
  const t = useWords(words)
  const reason = useReason(`activity/${activityId}/withdraw`)
  const act = useCommand(contract.withdrawActivity, { onDone: reason.sent(onClose) })
  return (
    <ConfirmDialog
      open
      danger
      title={t.withdraw}
      okText={t.withdraw}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { activityId }, body: { reason: said } })}
      onCancel={onClose}
    >
      <p>{t.withdrawNote}</p>
    </ConfirmDialog>
  )
}

/** What was said before each correction, and why it was corrected. */
export function FormerActivities({ activity }: { activity: contract.ActivityView }) {
  const t = useWords(words)
  const { former } = activity
  if (former.length === 0) return null
  return (
    <Section id="former" title={t.former}>
      {former.map((one, at) => (
        <KeyValue
          key={one.revision}
          facts={[
            { label: t.name, value: one.title },
            { label: t.heldOn, value: <FactDay day={one.heldOn} enteredAt={one.writtenAt} /> },
            { label: t.place, value: one.place || '—' },
            { label: t.enterprises, value: <Count value={one.enterprises} /> },
            { label: t.people, value: <Count value={one.people} /> },
            {
              label: activity.withdrawn && at === 0 ? t.withdrawReason : t.correctionReason,
              value: (former[at - 1] ?? activity).correctionReason,
              wide: true,
            },
            {
              label: t.correctedBy,
              value: (
                <>
                  {(former[at - 1] ?? activity).writtenBy} <InstantText at={(former[at - 1] ?? activity).writtenAt} />
                </>
              ),
            },
          ]}
        />
      ))}
    </Section>
  )
}
