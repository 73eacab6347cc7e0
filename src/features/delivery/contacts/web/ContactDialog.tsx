import { App, Select } from 'antd'
import { isMasked } from '../../../../policy/people/masked.ts'
import { type ContactChannel, contactChannelList, contactChannels } from '../../../../policy/services/contact.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { enterpriseId: string; standing: contract.ContactView | null; onClose: () => void }
type Form = { name: string; phone: string; channel: ContactChannel; reason: string }

/** Registers the contact, or changes it with a reason. */
export function ContactDialog({ enterpriseId, standing, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept<Form>(`contact/${enterpriseId}/${standing?.no ?? 0}`, {
    name: standing?.name ?? '',
    // What is masked is written anew.
    phone: standing && !isMasked(standing.phone) ? standing.phone : '',
    channel: standing?.channel ?? 'sms',
    reason: '',
  })
  const set = useCommand(contract.setContact, {
    onDone: () => {
      forget()
      void message.success(t.saved)
      onClose()
    },
  })
  const errors = fieldTexts(set.error, say)
  const send = (unread?: readonly string[]) => set.mutate({ params: { enterpriseId }, unread, body: form })
  const { name, phone, channel, reason } = form
  return (
    <ActDialog
      typed={typed}
      title={standing ? t.change : t.set}
      note={t.note}
      running={set.isPending}
      error={set.error}
      missing={[
        name.trim() === '' && { field: 'name', label: t.name },
        phone.trim() === '' && { field: 'phone', label: t.phone },
        standing !== null && reason.trim() === '' && { field: 'reason', label: t.reason },
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.name} name="name" required error={errors.name}>
        {(bind) => <LineInput {...bind} most={50} value={name} onChange={(text) => change({ name: text })} />}
      </Field>
      <Field label={t.phone} name="phone" required error={errors.phone}>
        {(bind) => (
          <LineInput {...bind} most={40} inputMode="tel" value={phone} onChange={(text) => change({ phone: text })} />
        )}
      </Field>
      <Field label={t.channel} name="channel" required error={errors.channel}>
        {(bind) => (
          <Select
            {...bind}
            value={channel}
            onChange={(to) => change({ channel: to })}
            options={contactChannelList.map((one) => ({ value: one, label: say(contactChannels[one]) }))}
          />
        )}
      </Field>
      {standing ? (
        <Field label={t.reason} name="reason" required error={errors.reason}>
          {(bind) => (
            <ProseInput {...bind} rows={2} most={500} value={reason} onChange={(text) => change({ reason: text })} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
