import { Checkbox, Input } from 'antd'
import { type ProofKind, proofs } from '../../../../policy/records/proofs.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FieldError } from '../../../../ui/missing.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import { deliver } from '../visit-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

type Form = {
  title: string
  resultNo: string
  remedy: string
  deliveredOn: Day | null
  files: Partial<Record<ProofKind, UploadedFile[]>>
  /** The proofs that were missing when somebody said that they come later. */
  later: string
}

/** What was delivered, with a place for each paper its kind asks for (GA1). */
export function DeliverDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const today = dayOf(new Date())
  const kinds = service.proofs.filter(({ proof }) => proof !== 'photo')
  const { form, change, typed, forget } = useKept<Form>(`service/${service.serviceId}/deliver`, {
    title: service.selection?.product.deliverable ?? '',
    // A certificate that is delivered again mostly keeps its number.
    resultNo: service.deliveries.at(-1)?.resultNo ?? '',
    remedy: '',
    deliveredOn: today,
    files: {},
    later: '',
  })
  const send = useWaitingCommand(deliver, {
    title: actWords.deliver,
    about: service.enterprise.name,
    page: `/services/${service.serviceId}?act=deliver`,
    form: { key: `service/${service.serviceId}/deliver`, value: form },
    onDone: () => {
      forget()
      onDone()
    },
    onWaiting: () => {
      forget()
      onClose()
    },
  })
  const errors = fieldTexts(send.error, say)
  const files = kinds.flatMap(({ proof }) => (form.files[proof] ?? []).map(({ fileId }) => ({ proof, fileId })))
  const { title, resultNo, remedy } = form
  // All else is filled in beforehand: what does not count yet goes by no single press.
  const short = kinds
    .filter(({ proof, have, need }) => have + (form.files[proof]?.length ?? 0) < need)
    .map(({ proof }) => say(proofs[proof]))
    .join(t.listComma)
  const isSaid = form.later === short
  const body = { title, resultNo, remedy, deliveredOn: form.deliveredOn ?? '', files }
  const submit = (unread?: readonly string[]) => send.send({ params: { serviceId: service.serviceId }, body, unread })
  return (
    <ActDialog
      typed={typed}
      title={t.deliver}
      running={send.isPending}
      error={send.error}
      onOk={submit}
      onAsk={submit}
      missing={[!isSaid && { field: 'later', label: t.proofsShort, says: t.proofsShortSays }]}
      onCancel={onClose}
    >
      <Field label={t.title} name="title" required error={errors.title}>
        {(bind) => <Input {...bind} value={form.title} onChange={(event) => change({ title: event.target.value })} />}
      </Field>
      {service.dispute ? (
        <Field
          label={t.remedy}
          name="remedy"
          required
          hint={t.remedyHint(service.dispute.comment)}
          error={errors.remedy}
        >
          {(bind) => (
            <ProseInput {...bind} rows={3} most={2000} value={remedy} onChange={(text) => change({ remedy: text })} />
          )}
        </Field>
      ) : null}
      <div className="field-row">
        <Field label={t.resultNo} name="resultNo" hint={t.resultNoHint} error={errors.resultNo}>
          {(bind) => <CodeInput {...bind} value={form.resultNo} onChange={(text) => change({ resultNo: text })} />}
        </Field>
        <Field label={t.deliveredOn} name="deliveredOn" required error={errors.deliveredOn}>
          {(bind) => (
            <DayInput
              {...bind}
              {...service.days.deliver}
              value={form.deliveredOn}
              onChange={(day) => change({ deliveredOn: day })}
            />
          )}
        </Field>
      </div>
      {kinds.map(({ proof, have, need }) => (
        <FileField
          key={proof}
          label={t.proofOption(say(proofs[proof]), have, need)}
          name={`files.${proof}`}
          max={10}
          waits
          maxBytes={50 * 1_048_576}
          value={form.files[proof] ?? []}
          onChange={(next) => change({ files: { ...form.files, [proof]: next } })}
        />
      ))}
      {short === '' ? null : (
        <div data-field="later">
          <p className="field-hint">{t.proofsMissing(short)}</p>
          <Checkbox checked={isSaid} onChange={({ target }) => change({ later: target.checked ? short : '' })}>
            {t.proofsLater}
          </Checkbox>
          <FieldError name="later" value={form.later} />
        </div>
      )}
    </ActDialog>
  )
}
