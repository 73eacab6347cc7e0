import { Button, Input, Select } from 'antd'
import { type ConsultationWay, consultationWays } from '../../../../policy/oversight/consultations.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FieldGrid, type GridColumn } from '../../../../ui/FieldGrid.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useGo, useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Choices = Reply<typeof contract.consultationChoices>
type Participant = { id: string; unitId: string | null; person: string }
/** `who`: unit and post together, as they are chosen. */
type Decided = { id: string; what: string; who: string | null; dueOn: Day | null }
type Form = {
  heldOn: Day | null
  way: ConsultationWay
  place: string
  topic: string
  matters: string
  participants: Participant[]
  decisions: Decided[]
}

const ways = Object.keys(consultationWays) as ConsultationWay[]

/** Minutes of a consultation that was held: who, what, and what was decided. */
export function NewConsultationPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const view = useView(contract.consultationChoices, { search: search.batch ? { batchId: search.batch } : {} })
  return (
    <Page title={t.record} subtitle={t.recordNote} back={{ text: t.title, to: '/consultations' }}>
      <Async view={view}>{(choices) => <Minutes choices={choices} />}</Async>
    </Page>
  )
}

function Minutes({ choices }: { choices: Choices }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { search, setSearch } = useUrl()
  const batchId = search.batch ?? choices.batches[0]?.batchId ?? ''
  const { form, change, typed, forget } = useKept<Form>('consultation', {
    heldOn: null,
    way: 'meeting',
    place: '',
    topic: '',
    matters: '',
    participants: [
      { id: newKey(), unitId: null, person: '' },
      { id: newKey(), unitId: null, person: '' },
    ],
    decisions: [],
  })
  const record = useCommand(contract.recordConsultation, {
    onDone: ({ consultationId }) => {
      forget()
      go(`/consultations/${consultationId}`)
    },
  })
  const errors = gridErrors(fieldTexts(record.error, say))
  const { heldOn, way, place, topic, matters, participants, decisions } = form
  const send = (unread?: readonly string[]) => {
    // Rows without a word are not sent and move to the end, so that what is said of a row is about the one that is seen there.
    const isBlank = ({ unitId, person }: Participant) => unitId === null && person === ''
    const present = participants.filter((row) => !isBlank(row))
    change({ participants: [...present, ...participants.filter(isBlank)] })
    record.mutate({
      unread,
      body: {
        batchId,
        heldOn: heldOn ?? '',
        way,
        place,
        topic,
        matters,
        participants: present.map(({ unitId, person }) => ({ unitId: unitId ?? '', person })),
        decisions: decisions.map(({ what, who, dueOn }) => {
          const [unitId = '', post = ''] = (who ?? '').split(' ')
          return { what, unitId: unitId || null, post, dueOn: dueOn ?? '' }
        }),
      },
    })
  }
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={record.error} />
          <Section id="facts" title={t.facts}>
            <div className="form">
              <div className="field-row">
                <Field label={t.batch} name="batchId" required error={errors.batchId}>
                  {(bind) => (
                    <Select
                      {...bind}
                      value={batchId}
                      onChange={(batch) => setSearch({ batch })}
                      options={choices.batches.map((one) => ({ value: one.batchId, label: one.name }))}
                    />
                  )}
                </Field>
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
              </div>
              <div className="field-row">
                <Field label={t.way} name="way" required error={errors.way}>
                  {(bind) => (
                    <Select
                      {...bind}
                      value={way}
                      onChange={(next: ConsultationWay) => change({ way: next })}
                      options={ways.map((value) => ({ value, label: say(consultationWays[value]) }))}
                    />
                  )}
                </Field>
                <Field label={t.place} name="place" error={errors.place}>
                  {(bind) => (
                    <Input {...bind} value={place} onChange={(event) => change({ place: event.target.value })} />
                  )}
                </Field>
              </div>
              <Field label={t.topic} name="topic" required error={errors.topic}>
                {(bind) => (
                  <Input {...bind} value={topic} onChange={(event) => change({ topic: event.target.value })} />
                )}
              </Field>
              <Field label={t.matters} name="matters" required error={errors.matters}>
                {(bind) => (
                  <ProseInput
                    {...bind}
                    rows={5}
                    most={5000}
                    value={matters}
                    onChange={(text) => change({ matters: text })}
                  />
                )}
              </Field>
            </div>
          </Section>
          <Section id="participants" title={t.participants}>
            <FieldGrid
              name="participants"
              label={t.participants}
              columns={participantColumns(choices)}
              rows={participants}
              maxRows={100}
              newRow={() => ({ id: newKey(), unitId: null, person: '' })}
              onChange={(rows) => change({ participants: rows })}
              errors={errors}
            />
          </Section>
          <Section id="decisions" title={t.decisions} note={t.decisionsNote}>
            <FieldGrid
              name="decisions"
              label={t.decisions}
              columns={decisionColumns(choices, say)}
              rows={decisions}
              maxRows={50}
              newRow={() => ({ id: newKey(), what: '', who: null, dueOn: null })}
              onChange={(rows) => change({ decisions: rows })}
              errors={errors}
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

function participantColumns({ units }: Choices): readonly GridColumn<Participant>[] {
  const options = units.map(({ unitId, name }) => ({ value: unitId, text: name }))
  return [
    { key: 'unitId', title: words.unit, kind: 'select', width: 240, required: true, options },
    { key: 'person', title: words.person, kind: 'text', width: 360, required: true, most: 100 },
  ]
}

function decisionColumns({ units }: Choices, say: ReturnType<typeof useText>): readonly GridColumn<Decided>[] {
  const options = units.flatMap(({ unitId, name, posts }) =>
    posts.map(({ post, name: postName }) => ({
      value: `${unitId} ${post}`,
      text: `${name} · ${say(postName)}`,
      also: [postName.zh, postName.en].map((one) => `${name} · ${one}`),
    })),
  )
  return [
    { key: 'what', title: words.what, kind: 'text', width: 360, required: true, most: 500 },
    { key: 'who', title: words.responsible, kind: 'select', width: 280, required: true, options },
    { key: 'dueOn', title: words.dueOn, kind: 'day', width: 150, required: true },
  ]
}

/** The server speaks of unit and post, the grid has them in one column. */
function gridErrors(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => [field.replace(/^(decisions\.\d+)\.(unitId|post)$/, '$1.who'), text]),
  )
}
