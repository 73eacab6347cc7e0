import { Radio } from 'antd'
import {
  type ReportField,
  reportFieldList,
  reportFields,
  reportKinds,
} from '../../../../policy/oversight/incident-report.ts'
import { minuteOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { TextFields, type Told, ToldFields } from './ToldFields.tsx'

type Form = Told & { kind: 'first' | 'follow-up'; content: Partial<Record<ReportField, string>> }

/** Records a report that was made: the first one to an office, or what is supplied later. */
export function ReportDialog({ incident, onClose }: { incident: contract.IncidentView; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { incidentId, noticedAt, dealings } = incident
  const [owed] = dealings.owed
  const { form, change, typed, forget } = useKept<Form>(`incidents/${incidentId}/report`, {
    kind: owed ? 'first' : 'follow-up',
    recipient: owed ?? dealings.reports[0]?.recipient ?? 'cyberspace',
    channel: null,
    reportedAt: null,
    lateReason: '',
    content: {},
  })
  const act = useCommand(contract.reportIncident, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { kind, recipient, channel, reportedAt, lateReason, content } = form
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { incidentId },
      unread,
      body: { kind, recipient, channel: channel ?? 'office', reportedAt: reportedAt ?? '', lateReason, content },
    })
  const errors = fieldTexts(act.error, say)
  const fields = reportFieldList.map((key) => ({
    key,
    label: say(reportFields[key]),
    required: kind === 'first' && incident.kind !== null && reportFields[key].first(incident.kind),
  }))
  return (
    <ActDialog
      wide
      typed={typed}
      title={t.report}
      note={t.reportNote}
      okText={t.report}
      running={act.isPending}
      error={act.error}
      missing={[
        channel === null && { field: 'channel', label: t.channel },
        reportedAt === null && { field: 'reportedAt', label: t.reportedAt },
        ...fields.map(
          ({ key, label, required }) => required && !content[key]?.trim() && { field: `content.${key}`, label },
        ),
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.reportKind} name="kind" required error={errors.kind}>
        {(bind) => (
          <Radio.Group
            id={bind.id}
            value={kind}
            onChange={(event) => change({ kind: event.target.value as Form['kind'] })}
            options={(['first', 'follow-up'] as const).map((value) => ({ value, label: say(reportKinds[value]) }))}
          />
        )}
      </Field>
      <ToldFields form={form} change={change} errors={errors} from={minuteOf(new Date(noticedAt))} />
      <TextFields fields={fields} texts={content} errors={errors} onChange={(texts) => change({ content: texts })} />
    </ActDialog>
  )
}
