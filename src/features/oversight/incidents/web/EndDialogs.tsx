import { type Minute, minuteOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = { endedAt: Minute | null; handling: string }

export function EndDialog({ incident, onClose }: { incident: contract.IncidentView; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { incidentId, noticedAt } = incident
  const { form, change, typed, forget } = useKept<Form>(`incidents/${incidentId}/end`, { endedAt: null, handling: '' })
  const act = useCommand(contract.endIncident, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { endedAt, handling } = form
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { incidentId }, unread, body: { endedAt: endedAt ?? '', handling } })
  const errors = fieldTexts(act.error, say)
  return (
    <ActDialog
      typed={typed}
      title={t.end}
      okText={t.end}
      running={act.isPending}
      error={act.error}
      missing={[
        endedAt === null && { field: 'endedAt', label: t.endedAt },
        handling.trim() === '' && { field: 'handling', label: t.handling },
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.endedAt} name="endedAt" required error={errors.endedAt}>
        {(bind) => (
          <MinuteInput
            {...bind}
            from={minuteOf(new Date(noticedAt))}
            to={minuteOf(new Date())}
            value={endedAt}
            onChange={(at) => change({ endedAt: at })}
          />
        )}
      </Field>
      <Field label={t.handling} name="handling" required error={errors.handling}>
        {(bind) => (
          <ProseInput {...bind} rows={4} most={2000} value={handling} onChange={(text) => change({ handling: text })} />
        )}
      </Field>
    </ActDialog>
  )
}

type DismissProps = { incidentId: string; open: boolean; onClose: () => void }

export function DismissDialog({ incidentId, open, onClose }: DismissProps) {
  const t = useWords(words)
  const reason = useReason(`incidents/${incidentId}/dismiss`)
  const act = useCommand(contract.dismissIncident, { onDone: reason.sent(onClose) })
  return (
    <ConfirmDialog
      open={open}
      danger
      title={t.dismissTitle}
      okText={t.dismiss}
      reason={reason}
      running={act.isPending}
      error={act.error}
      onConfirm={(said) => act.mutate({ params: { incidentId }, body: { reason: said } })}
      onCancel={() => {
        onClose()
        act.reset()
      }}
    />
  )
}
