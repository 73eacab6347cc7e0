import { Checkbox, Select } from 'antd'
import {
  type IncidentGrade,
  type IncidentKind,
  incidentGradeList,
  incidentGrades,
  incidentKindList,
  incidentKinds,
  isLower,
  proposedGrade,
} from '../../../../policy/oversight/incidents.ts'
import { type Minute, minuteOf } from '../../../../shared/dates.ts'
import type { Fen } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MinuteInput } from '../../../../ui/MinuteInput.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = {
  occurredAt: Minute | null
  kind: IncidentKind | null
  persons: number | null
  lossFen: Fen | null
  minutesUnreachable: number | null
  minutesImpaired: number | null
  critical: boolean
  /** Null: as the figures propose. */
  grade: IncidentGrade | null
  gradeReason: string
}

/** Figures propose a grade; a person decides it. */
export function AssessDialog({ incident, onClose }: { incident: contract.IncidentView; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { incidentId, dealings, kind, grade } = incident
  const { persons, lossFen, minutesUnreachable, minutesImpaired, critical, gradeReason, occurredAt } = dealings
  const { form, change, typed, forget } = useKept<Form>(`incidents/${incidentId}/assess`, {
    ...{ persons, lossFen, minutesUnreachable, minutesImpaired, critical, gradeReason, kind, grade },
    occurredAt: occurredAt === null ? null : minuteOf(new Date(occurredAt)),
  })
  const act = useCommand(contract.assessIncident, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const figures = {
    persons: form.persons ?? 0,
    lossFen: form.lossFen ?? 0,
    minutesUnreachable: form.minutesUnreachable ?? 0,
    minutesImpaired: form.minutesImpaired ?? 0,
    critical: form.critical,
  }
  const proposed = proposedGrade(figures)
  const chosen = form.grade ?? proposed
  const isReasonAsked = isLower(chosen, proposed)
  const errors = fieldTexts(act.error, say)
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { incidentId },
      unread,
      body: {
        ...figures,
        occurredAt: form.occurredAt ?? '',
        kind: form.kind ?? 'other',
        grade: chosen,
        gradeReason: form.gradeReason,
      },
    })
  const count = (name: 'persons' | 'minutesUnreachable' | 'minutesImpaired', most: number) => (
    <Field label={t[name]} name={name} error={errors[name]}>
      {(bind) => (
        <NumberInput
          {...bind}
          whole
          min={0}
          max={most}
          value={form[name]}
          onChange={(value) => change({ [name]: value })}
        />
      )}
    </Field>
  )
  return (
    <ActDialog
      wide
      typed={typed}
      title={t.assess}
      note={t.assessNote}
      okText={t.assess}
      running={act.isPending}
      error={act.error}
      missing={[
        form.kind === null && { field: 'kind', label: t.kind },
        isReasonAsked && form.gradeReason.trim() === '' && { field: 'gradeReason', label: t.gradeReason },
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <div className="field-row">
        <Field label={t.occurredAt} name="occurredAt" error={errors.occurredAt} hint={t.occurredHint}>
          {(bind) => (
            <MinuteInput
              {...bind}
              value={form.occurredAt}
              to={minuteOf(new Date(incident.noticedAt))}
              onChange={(at) => change({ occurredAt: at })}
            />
          )}
        </Field>
        <Field label={t.kind} name="kind" required error={errors.kind}>
          {(bind) => (
            <Select
              {...bind}
              value={form.kind}
              onChange={(next: IncidentKind) => change({ kind: next })}
              options={incidentKindList.map((value) => ({ value, label: say(incidentKinds[value]) }))}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        {count('persons', 2_000_000_000)}
        <Field label={t.loss} name="lossFen" error={errors.lossFen}>
          {(bind) => <MoneyInput {...bind} value={form.lossFen} onChange={(fen) => change({ lossFen: fen })} />}
        </Field>
      </div>
      <div className="field-row">
        {count('minutesUnreachable', 1_000_000)}
        {count('minutesImpaired', 1_000_000)}
      </div>
      <Checkbox checked={form.critical} onChange={(event) => change({ critical: event.target.checked })}>
        {t.critical}
      </Checkbox>
      <Field
        label={t.grade}
        name="grade"
        required
        error={errors.grade}
        hint={`${t.proposed(say(incidentGrades[proposed]))} ${t.inferred}`}
      >
        {(bind) => (
          <Select
            {...bind}
            value={chosen}
            onChange={(next: IncidentGrade) => change({ grade: next })}
            options={incidentGradeList.map((value) => ({ value, label: say(incidentGrades[value]) }))}
          />
        )}
      </Field>
      <Field label={t.gradeReason} name="gradeReason" required={isReasonAsked} error={errors.gradeReason}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={2}
            most={1000}
            value={form.gradeReason}
            onChange={(text) => change({ gradeReason: text })}
          />
        )}
      </Field>
    </ActDialog>
  )
}
