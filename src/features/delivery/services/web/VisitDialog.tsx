import { Input, Radio } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import { recordVisit } from '../visit-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

const ways = ['on-site', 'online', 'phone'] as const
type Form = {
  visitedOn: Day | null
  way: (typeof ways)[number]
  place: string
  content: string
  photos: UploadedFile[]
}

/** One date of work with its photos (G3.4). */
export function VisitDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const today = dayOf(new Date())
  const { form, change, typed, forget } = useKept<Form>(`service/${service.serviceId}/visit`, {
    visitedOn: today,
    way: 'on-site',
    place: service.enterprise.name,
    content: '',
    photos: [],
  })
  const record = useWaitingCommand(recordVisit, {
    title: actWords.visit,
    about: service.enterprise.name,
    page: `/services/${service.serviceId}?act=visit`,
    form: { key: `service/${service.serviceId}/visit`, value: form },
    onDone: () => {
      forget()
      onDone()
    },
    onWaiting: () => {
      forget()
      onClose()
    },
  })
  const errors = fieldTexts(record.error, say)
  const photoError = Object.entries(errors).find(([field]) => field.startsWith('photos'))?.[1]
  const send = (unread?: readonly string[]) =>
    record.send({
      unread,
      params: { serviceId: service.serviceId },
      body: { ...form, visitedOn: form.visitedOn ?? '', photos: form.photos.map((file) => file.fileId) },
    })
  return (
    <ActDialog
      typed={typed}
      title={t.visit}
      running={record.isPending}
      error={record.error}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <div className="field-row">
        <Field label={t.visitedOn} name="visitedOn" required error={errors.visitedOn}>
          {(bind) => (
            <DayInput
              {...bind}
              {...service.days.visit}
              value={form.visitedOn}
              onChange={(day) => change({ visitedOn: day })}
            />
          )}
        </Field>
        <fieldset className="field">
          <legend className="field-label">{t.way}</legend>
          <Radio.Group
            value={form.way}
            onChange={(event) => change({ way: event.target.value })}
            options={ways.map((value) => ({ value, label: t[value] }))}
            optionType="button"
          />
        </fieldset>
      </div>
      <Field label={t.place} name="place" error={errors.place}>
        {(bind) => <Input {...bind} value={form.place} onChange={(event) => change({ place: event.target.value })} />}
      </Field>
      <Field label={t.content} name="content" required error={errors.content}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={4}
            most={2000}
            showCount
            value={form.content}
            onChange={(text) => change({ content: text })}
          />
        )}
      </Field>
      <FileField
        label={t.photos}
        name="photos"
        kinds={['photo']}
        camera
        max={20}
        waits
        maxBytes={50 * 1_048_576}
        hint={t.photosHint}
        value={form.photos}
        onChange={(photos) => change({ photos })}
        error={photoError}
      />
    </ActDialog>
  )
}
