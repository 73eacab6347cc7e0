import { App, Button, Input } from 'antd'
import { type Minute, minuteOf } from '../../../../shared/dates.ts'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = { noticedAt: Minute | null; what: string; place: string }

/** Whoever notices something says when, what and where. */
export function NewIncidentPage() {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { message } = App.useApp()
  const empty: Form = { noticedAt: minuteOf(new Date()), what: '', place: '' }
  const { form, change, forget, typed } = useKept<Form>('incidents/new', empty)
  const notice = useCommand(contract.noticeIncident, {
    onDone: ({ incidentId }) => {
      forget()
      void message.success(t.sent)
      go(`/incidents/${incidentId}`)
    },
  })
  const { noticedAt, what, place } = form
  const send = (unread?: readonly string[]) =>
    notice.mutate({ unread, body: { noticedAt: noticedAt ?? '', what, place } })
  const errors = fieldTexts(notice.error, say)
  return (
    <Page title={t.notice} subtitle={t.noticeNote} back={{ text: t.title, to: '/incidents' }}>
      <PageForm
        typed={typed}
        missing={[
          noticedAt === null && { field: 'noticedAt', label: t.noticedAt },
          what.trim() === '' && { field: 'what', label: t.what },
          place.trim() === '' && { field: 'place', label: t.place },
        ]}
      >
        {(unlessFaulty, still) => (
          <>
            <RefusalAlert error={notice.error} />
            <Section title={t.facts} note={t.noticePhone}>
              <div className="form">
                <Field label={t.noticedAt} name="noticedAt" required error={errors.noticedAt}>
                  {(bind) => (
                    <MinuteInput
                      {...bind}
                      value={noticedAt}
                      to={minuteOf(new Date())}
                      onChange={(at) => change({ noticedAt: at })}
                    />
                  )}
                </Field>
                <Field label={t.what} name="what" required error={errors.what}>
                  {(bind) => (
                    <ProseInput
                      {...bind}
                      rows={5}
                      most={2000}
                      value={what}
                      onChange={(text) => change({ what: text })}
                    />
                  )}
                </Field>
                <Field label={t.place} name="place" required error={errors.place} hint={t.placeHint}>
                  {(bind) => (
                    <Input {...bind} value={place} onChange={(event) => change({ place: event.target.value })} />
                  )}
                </Field>
              </div>
            </Section>
            {still}
            <div className="action-bar">
              <Button type="primary" loading={notice.isPending} onClick={() => unlessFaulty(send, send)}>
                {t.send}
              </Button>
            </div>
          </>
        )}
      </PageForm>
    </Page>
  )
}
