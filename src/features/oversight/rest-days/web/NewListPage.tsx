import { Alert, Button, Input } from 'antd'
import { restDayKindNames } from '../../../../policy/calendar/rest-days.ts'
import { batchYears } from '../../../../policy/plan/pilot.ts'
import type { Day } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FieldGrid, type GridColumn } from '../../../../ui/FieldGrid.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useGo, useUrl } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { MoveTable } from './MoveTable.tsx'
import { ReadFile } from './ReadFile.tsx'

type Typed = { id: string; day: Day | null; kind: 'rest' | 'worked' | null; name: string }
type Form = { year: number | null; source: string; publishedOn: Day | null; days: Typed[] }
type Lists = Reply<typeof contract.listRestDays>

/** A year's list: typed, pasted or read from a workbook; what it moves is shown before it is entered. */
export function NewListPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const view = useView(contract.listRestDays)
  return (
    <Page title={t.enter} back={{ text: t.title, to: '/rest-days' }}>
      <Async view={view}>
        {(lists) => <NewList key={search.year ?? ''} lists={lists} year={Number(search.year) || null} />}
      </Async>
    </Page>
  )
}

const withIds = (days: contract.ListView['days']): Typed[] => days.map((day) => ({ id: newKey(), ...day }))
const newRow = (): Typed => ({ id: newKey(), day: null, kind: 'rest', name: '' })

function NewList({ lists: { offered, today }, year: asked }: { lists: Lists; year: number | null }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const ready = offered.find(({ year }) => year === asked)
  const { form, change, forget, typed } = useKept<Form>(`rest-days/${asked ?? 'new'}`, {
    year: asked ?? Number(today.slice(0, 4)) + 1,
    source: '',
    publishedOn: null,
    days: ready ? withIds(ready.days) : [newRow()],
  })
  const preview = useCommand(contract.previewRestDays)
  const announce = useCommand(contract.announceRestDays, {
    onDone: () => {
      forget()
      go('/rest-days')
    },
  })
  const edit = (patch: Partial<Form>) => {
    preview.reset()
    announce.reset()
    change(patch)
  }
  const { year, source, publishedOn } = form
  const days = form.days.map(({ day, kind, name }) => ({ day: day ?? '', kind: kind ?? ('rest' as const), name }))
  const body = { year: year ?? 0, source, publishedOn: publishedOn ?? '', days }
  const look = (unread?: readonly string[]) => preview.mutate({ unread, body })
  const enter = (unread?: readonly string[]) => announce.mutate({ unread, body })
  const errors = fieldTexts(announce.error ?? preview.error, say)
  const columns: readonly GridColumn<Typed>[] = [
    { key: 'day', title: words.day, kind: 'day', width: 150, required: true, unique: true },
    {
      key: 'kind',
      title: words.kind,
      kind: 'select',
      width: 140,
      required: true,
      options: (['rest', 'worked'] as const).map((value) => {
        const { zh, en } = restDayKindNames[value]
        return { value, text: say(restDayKindNames[value]), also: [zh, en] }
      }),
    },
    { key: 'name', title: words.name, kind: 'text', width: 200, most: 40 },
  ]
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={announce.error ?? preview.error} />
          <Section title={t.document}>
            <div className="form">
              <div className="field-row">
                <Field label={t.year} name="year" required {...(errors.year ? { error: errors.year } : {})}>
                  {(bind) => (
                    <NumberInput
                      {...bind}
                      whole
                      min={batchYears.min}
                      max={batchYears.max}
                      value={year}
                      onChange={(next) => edit({ year: next })}
                    />
                  )}
                </Field>
                <Field
                  label={t.publishedOn}
                  name="publishedOn"
                  required
                  {...(errors.publishedOn ? { error: errors.publishedOn } : {})}
                >
                  {(bind) => (
                    <DayInput {...bind} value={publishedOn} to={today} onChange={(day) => edit({ publishedOn: day })} />
                  )}
                </Field>
              </div>
              <Field label={t.source} name="source" required {...(errors.source ? { error: errors.source } : {})}>
                {(bind) => (
                  <Input {...bind} value={source} onChange={(event) => edit({ source: event.target.value })} />
                )}
              </Field>
            </div>
          </Section>
          <Section
            title={t.days}
            note={t.daysHint}
            actions={<ReadFile onRead={(read) => edit({ days: withIds(read) })} />}
          >
            <FieldGrid
              name="days"
              label={t.days}
              columns={columns}
              rows={form.days}
              maxRows={366}
              newRow={newRow}
              onChange={(rows) => edit({ days: rows })}
              errors={errors}
            />
          </Section>
          {preview.data ? (
            <Section
              id="moves"
              title={t.movesTitle}
              note={preview.data.replaces === null ? null : t.replaces(preview.data.replaces)}
            >
              {preview.data.doubts.map((doubt) => (
                <Alert key={doubt.zh} type="warning" showIcon title={say(doubt)} />
              ))}
              <MoveTable moves={preview.data.moves} />
            </Section>
          ) : null}
          <div className="action-bar">
            <Button
              type={preview.data ? 'default' : 'primary'}
              loading={preview.isPending}
              onClick={() => unlessFaulty(look, look)}
            >
              {t.preview}
            </Button>
            {preview.data ? (
              <Button type="primary" loading={announce.isPending} onClick={() => unlessFaulty(enter, enter)}>
                {t.confirm}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </PageForm>
  )
}
