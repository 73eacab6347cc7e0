import { Select } from 'antd'
import {
  type ReportChannel,
  type ReportRecipient,
  reportChannelList,
  reportChannels,
  reportRecipientList,
  reportRecipients,
} from '../../../../policy/oversight/incident-report.ts'
import { type Minute, minuteOf } from '../../../../shared/dates.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { words } from '../words.ts'

export type Told = {
  recipient: ReportRecipient
  channel: ReportChannel | null
  reportedAt: Minute | null
  lateReason: string
}

type ToldFieldsProps = {
  form: Told
  change: (patch: Partial<Told>) => void
  errors: Readonly<Record<string, string>>
  /** First minute that it takes. */
  from: string
}

/** To whom, by which channel and when something was told. */
export function ToldFields({ form, change, errors, from }: ToldFieldsProps) {
  const t = useWords(words)
  const say = useText()
  return (
    <>
      <div className="field-row">
        <Field label={t.recipient} name="recipient" required error={errors.recipient}>
          {(bind) => (
            <Select
              {...bind}
              value={form.recipient}
              onChange={(recipient: ReportRecipient) => change({ recipient })}
              options={reportRecipientList.map((value) => ({ value, label: say(reportRecipients[value]) }))}
            />
          )}
        </Field>
        <Field label={t.channel} name="channel" required error={errors.channel}>
          {(bind) => (
            <Select
              {...bind}
              value={form.channel}
              onChange={(channel: ReportChannel) => change({ channel })}
              options={reportChannelList.map((value) => ({ value, label: say(reportChannels[value]) }))}
            />
          )}
        </Field>
      </div>
      <Field label={t.reportedAt} name="reportedAt" required error={errors.reportedAt}>
        {(bind) => (
          <MinuteInput
            {...bind}
            from={from}
            to={minuteOf(new Date())}
            value={form.reportedAt}
            onChange={(reportedAt) => change({ reportedAt })}
          />
        )}
      </Field>
      <Field label={t.lateReason} name="lateReason" error={errors.lateReason} hint={t.lateHint}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={2}
            most={1000}
            value={form.lateReason}
            onChange={(text) => change({ lateReason: text })}
          />
        )}
      </Field>
    </>
  )
}

type TextFieldsProps<Key extends string> = {
  fields: readonly { readonly key: Key; readonly label: string; readonly required: boolean }[]
  texts: Readonly<Partial<Record<Key, string>>>
  onChange: (texts: Partial<Record<Key, string>>) => void
  errors: Readonly<Record<string, string>>
}

/** One text a field of a report. */
export function TextFields<Key extends string>({ fields, texts, onChange, errors }: TextFieldsProps<Key>) {
  return fields.map(({ key, label, required }) => (
    <Field key={key} label={label} name={`content.${key}`} required={required} error={errors[`content.${key}`] ?? ''}>
      {(bind) => (
        <ProseInput
          {...bind}
          rows={2}
          most={5000}
          value={texts[key] ?? ''}
          onChange={(text) => onChange({ ...texts, [key]: text })}
        />
      )}
    </Field>
  ))
}
