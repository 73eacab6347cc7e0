import { Button, Input, Select } from 'antd'
import { fieldUnits, otherTitles } from '../../../../policy/plan/plan-fields.ts'
import { proofs } from '../../../../policy/records/proofs.ts'
import { type ServiceKind, serviceKinds, universalKinds } from '../../../../policy/records/service-kinds.ts'
import { mostPeople } from '../../../../policy/services/activity.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { newKey, type Reply, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FieldGrid, type GridColumn } from '../../../../ui/FieldGrid.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { useWaitingCommand } from '../../../../ui/use-outbox.ts'
import { LicenceFields } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { CodesByName } from './CodesByName.tsx'
import { PaperFields, type Papers, papersOf } from './PaperFields.tsx'

type Attendee = { id: string; uscc: string; name: string; people: number | null; licence?: Licence | undefined }
type Licence = { readonly fileId: string; readonly name: string }
type Form = {
  kind: ServiceKind
  title: string
  heldOn: Day | null
  place: string
  attendees: Attendee[]
  papers: Papers
}
type List = Reply<typeof contract.listActivities>
type ActivityFormProps = { pilotId: string; known: List['known']; asked: List['asked'] }

/** A universal service that was held (G1.2): what, when, where, who came, and its papers. */
export function NewActivityPage() {
  const t = useWords(words)
  const pilotId = usePathParam('pilotId')
  const view = useView(contract.listActivities, { params: { pilotId }, search: { pageSize: 1 } })
  return (
    <Page title={t.record} subtitle={t.recordNote} back={{ text: t.title, to: `/pilots/${pilotId}/activities` }}>
      <Async view={view}>{({ known, asked }) => <ActivityForm pilotId={pilotId} known={known} asked={asked} />}</Async>
    </Page>
  )
}

function ActivityForm({ pilotId, known, asked }: ActivityFormProps) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { form, change, typed, forget } = useKept<Form>(`pilot/${pilotId}/activity`, {
    kind: 'policy-briefing',
    title: '',
    heldOn: null,
    place: '',
    attendees: [],
    papers: {},
  })
  const record = useWaitingCommand(contract.recordActivity, {
    title: words.record,
    about: form.title,
    page: `/pilots/${pilotId}/activities/new`,
    form: { key: `pilot/${pilotId}/activity`, value: form },
    onDone: ({ activityId }) => {
      forget()
      go(`/activities/${activityId}`)
    },
    onWaiting: () => {
      forget()
      go(`/pilots/${pilotId}/activities`)
    },
  })
  const errors = fieldTexts(record.error, say)
  const columns: readonly GridColumn<Attendee>[] = [
    { key: 'uscc', title: words.uscc, names: otherTitles.uscc, kind: 'uscc', width: 220, required: true, unique: true },
    {
      key: 'name',
      title: words.enterprise,
      names: otherTitles.enterprise,
      kind: 'name',
      width: 320,
      required: true,
      most: 100,
    },
    {
      key: 'people',
      title: words.headCount,
      names: otherTitles.headCount,
      kind: 'number',
      width: 110,
      required: true,
      sum: true,
      unit: fieldUnits.staff,
      whole: true,
      min: 1,
      max: mostPeople,
    },
  ]
  const { papers, attendees, heldOn, ...rest } = form
  const add = (codes: readonly string[]) => {
    const fresh = known.filter(({ uscc }) => codes.includes(uscc) && !attendees.some((one) => one.uscc === uscc))
    change({ attendees: [...attendees, ...fresh.map((one) => ({ ...one, id: newKey(), people: 1 }))] })
  }
  const send = (unread?: readonly string[]) =>
    record.send({
      unread,
      params: { pilotId },
      body: {
        ...rest,
        heldOn: heldOn ?? '',
        attendees: attendees.map(({ id: _, ...one }) => ({ ...one, people: one.people ?? 0 })),
        papers: papersOf(papers),
      },
    })
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={record.error} />
          <Section id="facts" title={t.facts}>
            <div className="form">
              <div className="field-row">
                <Field label={t.kind} name="kind" required error={errors.kind}>
                  {(bind) => (
                    <Select
                      {...bind}
                      value={form.kind}
                      onChange={(kind: ServiceKind) => change({ kind })}
                      options={universalKinds.map((value) => ({ value, label: say(serviceKinds[value]) }))}
                    />
                  )}
                </Field>
                <Field label={t.name} name="title" required error={errors.title}>
                  {(bind) => (
                    <Input {...bind} value={form.title} onChange={(event) => change({ title: event.target.value })} />
                  )}
                </Field>
              </div>
              <div className="field-row">
                <Field label={t.heldOn} name="heldOn" required error={errors.heldOn}>
                  {(bind) => (
                    <DayInput
                      {...bind}
                      value={heldOn}
                      to={dayOf(new Date())}
                      onChange={(day) => change({ heldOn: day })}
                    />
                  )}
                </Field>
                <Field label={t.place} name="place" error={errors.place}>
                  {(bind) => (
                    <Input {...bind} value={form.place} onChange={(event) => change({ place: event.target.value })} />
                  )}
                </Field>
              </div>
            </div>
          </Section>
          <Section id="attendees" title={t.attendees} note={t.attendeesNote}>
            {known.length > 0 ? (
              <Select
                mode="multiple"
                aria-label={t.choose}
                placeholder={t.choose}
                style={{ width: '100%', marginBottom: 12 }}
                showSearch={{ optionFilterProp: 'label' }}
                value={[]}
                onChange={add}
                options={known
                  .filter(({ uscc }) => !attendees.some((one) => one.uscc === uscc))
                  .map(({ uscc, name }) => ({ value: uscc, label: name }))}
              />
            ) : null}
            <FieldGrid
              name="attendees"
              label={t.attendees}
              columns={columns}
              rows={attendees}
              maxRows={1000}
              newRow={() => ({ id: newKey(), uscc: '', name: '', people: null })}
              onChange={(rows) => change({ attendees: rows })}
              errors={errors}
            />
            <CodesByName rows={attendees} known={known} onChange={(rows) => change({ attendees: rows })} />
            <LicenceFields
              rows={attendees}
              nameOf={(index) => `attendees.${index}.licence`}
              onChange={(rows) => change({ attendees: rows })}
              errors={errors}
            />
          </Section>
          <Section id="papers" title={t.evidence}>
            <PaperFields
              asked={asked.filter(({ kind }) => kind === form.kind)}
              label={(proof, need) => t.askedNew(say(proofs[proof]), need)}
              value={papers}
              onChange={(next) => change({ papers: next })}
            />
          </Section>
          <div className="action-bar">
            <Button type="primary" loading={record.isPending} onClick={() => unlessFaulty(send, send)}>
              {t.submit}
            </Button>
          </div>
        </>
      )}
    </PageForm>
  )
}
