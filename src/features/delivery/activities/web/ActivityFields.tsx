import { Checkbox, Input, Select } from 'antd'
import { fieldUnits, otherTitles } from '../../../../policy/plan/plan-fields.ts'
import { type ServiceKind, serviceKinds, universalKinds } from '../../../../policy/records/service-kinds.ts'
import { headCountDoubts, mostPeople } from '../../../../policy/services/activity.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import type { Reply } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FieldGrid, type GridColumn } from '../../../../ui/FieldGrid.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { LicenceFields } from '../../../programme/files/web/public.ts'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { CodesByName } from './CodesByName.tsx'

type Attendee = { id: string; uscc: string; name: string; people: number | null; licence?: Licence | undefined }
type Licence = { readonly fileId: string; readonly name: string }

/** What is said of an activity, as it stands in its form. */
export type Said = {
  title: string
  heldOn: Day | null
  place: string
  attendees: Attendee[]
  countsConfirmed: boolean
}

/** The same as it is sent. */
export function sentOf({ title, heldOn, place, attendees, countsConfirmed }: Said) {
  return {
    title,
    heldOn: heldOn ?? '',
    place,
    attendees: attendees.map(({ id: _, ...one }) => ({ ...one, people: one.people ?? 0 })),
    countsConfirmed: countsConfirmed && headCountDoubts(attendees).length > 0,
  }
}

type Props = {
  form: Said
  change: (part: Partial<Said>) => void
  errors: Readonly<Record<string, string>>
  known: Reply<typeof contract.listActivities>['known']
  kind: ServiceKind
  /** Null where it is corrected: another kind is another activity. */
  onKind: ((kind: ServiceKind) => void) | null
}

/** What was held, when and where, and who came: of a new activity, and of one that is corrected. */
export function ActivityFields({ form, change, errors, known, kind, onKind }: Props) {
  const t = useWords(words)
  const say = useText()
  const { attendees, heldOn } = form
  const doubts = headCountDoubts(attendees)
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
  const add = (codes: readonly string[]) => {
    const fresh = known.filter(({ uscc }) => codes.includes(uscc) && !attendees.some((one) => one.uscc === uscc))
    change({ attendees: [...attendees, ...fresh.map((one) => ({ ...one, id: newKey(), people: 1 }))] })
  }
  return (
    <>
      <Section id="facts" title={t.facts}>
        <div className="form">
          <div className="field-row">
            {onKind ? (
              <Field label={t.kind} name="kind" required error={errors.kind}>
                {(bind) => (
                  <Select
                    {...bind}
                    value={kind}
                    onChange={onKind}
                    options={universalKinds.map((value) => ({ value, label: say(serviceKinds[value]) }))}
                  />
                )}
              </Field>
            ) : null}
            <Field label={t.name} name="title" required error={errors.title}>
              {(bind) => (
                <Input {...bind} value={form.title} onChange={(event) => change({ title: event.target.value })} />
              )}
            </Field>
          </div>
          <div className="field-row">
            <Field label={t.heldOn} name="heldOn" required error={errors.heldOn}>
              {(bind) => (
                <DayInput {...bind} value={heldOn} to={dayOf(new Date())} onChange={(day) => change({ heldOn: day })} />
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
          onChange={(rows) => change({ attendees: rows, countsConfirmed: false })}
          errors={errors}
        />
        <CodesByName
          rows={attendees}
          known={known}
          onChange={(rows) => change({ attendees: rows, countsConfirmed: false })}
        />
        <LicenceFields
          rows={attendees}
          nameOf={(index) => `attendees.${index}.licence`}
          onChange={(rows) => change({ attendees: rows, countsConfirmed: false })}
          errors={errors}
        />
        {doubts.length > 0 ? (
          <div role="status">
            {doubts.map(({ at, text }) => (
              <p key={attendees[at]?.id}>{say(text)}</p>
            ))}
            <Checkbox
              checked={form.countsConfirmed}
              onChange={(event) => change({ countsConfirmed: event.target.checked })}
            >
              {t.countsConfirmed}
            </Checkbox>
          </div>
        ) : null}
      </Section>
    </>
  )
}
