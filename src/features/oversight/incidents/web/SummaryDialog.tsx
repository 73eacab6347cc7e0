import { type SummaryField, summaryFieldList, summaryFields } from '../../../../policy/oversight/incident-report.ts'
import { minuteOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { TextFields, type Told, ToldFields } from './ToldFields.tsx'

type Form = Told & { content: Partial<Record<SummaryField, string>> }

/** Records the last report of an incident. */
export function SummaryDialog({ incident, onClose }: { incident: contract.IncidentView; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { incidentId, noticedAt, endedAt, dealings } = incident
  const { form, change, typed, forget } = useKept<Form>(`incidents/${incidentId}/summary`, {
    recipient: dealings.reports[0]?.recipient ?? 'cyberspace',
    channel: null,
    reportedAt: null,
    lateReason: '',
    content: {},
  })
  const act = useCommand(contract.sumUpIncident, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { recipient, channel, reportedAt, lateReason, content } = form
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { incidentId },
      unread,
      body: { recipient, channel: channel ?? 'office', reportedAt: reportedAt ?? '', lateReason, content },
    })
  const errors = fieldTexts(act.error, say)
  const fields = summaryFieldList.map((key) => ({ key, label: say(summaryFields[key]), required: true }))
  return (
    <ActDialog
      wide
      typed={typed}
      title={t.sumUp}
      note={t.sumUpNote}
      okText={t.sumUp}
      running={act.isPending}
      error={act.error}
      missing={[
        channel === null && { field: 'channel', label: t.channel },
        reportedAt === null && { field: 'reportedAt', label: t.reportedAt },
        ...fields.map(({ key, label }) => !content[key]?.trim() && { field: `content.${key}`, label }),
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <ToldFields form={form} change={change} errors={errors} from={minuteOf(new Date(endedAt ?? noticedAt))} />
      <TextFields fields={fields} texts={content} errors={errors} onChange={(texts) => change({ content: texts })} />
    </ActDialog>
  )
}
