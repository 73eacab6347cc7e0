import { App, Select } from 'antd'
import {
  findingOf,
  type MeasureGround,
  type MeasureKind,
  measureGroundList,
  measureGrounds,
  measureKindList,
  measureKinds,
} from '../../../../policy/money/measure-grounds.ts'
import { isAfterClosing } from '../../../../policy/money/measures-closing.ts'
import { addDays, type Day, dayOf } from '../../../../shared/dates.ts'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { Measures } from './MeasureParts.tsx'

type Form = {
  kind: MeasureKind
  ground: MeasureGround
  amountFen: Fen | null
  dueOn: Day | null
  provenOn: Day | null
  reason: string
  files: FieldFile[]
}

/** So far ahead a due day may lie. */
const furthest = 3660

/** The economy bureau says what is done against the pilot and why; only what its kind asks for is asked. */
export function DecideDialog({ pilotId, found, onClose }: { pilotId: string; found: Measures; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const offered = (of: MeasureKind) =>
    measureGroundList.filter(
      (one) =>
        measureGrounds[one].kinds.some((fitting) => fitting === of) &&
        (found.closedOn === null || isAfterClosing(of, one)),
    )
  const kinds = measureKindList.filter((one) => offered(one).length > 0)
  const [firstKind = measureKindList[0]] = kinds
  const [firstGround = measureGroundList[0]] = offered(firstKind)
  const empty: Form = {
    ...{ kind: firstKind, ground: firstGround, amountFen: null, dueOn: null, provenOn: null },
    ...{ reason: '', files: [] },
  }
  const { form, change, typed, forget } = useKept<Form>(`measures/${pilotId}/new`, empty)
  const two = useTwoPersons(found.takesTwo.includes('measure'), t.decide)
  const act = useCommand(contract.decideMeasure, {
    onDone: () => {
      forget()
      void message.success(two.said ?? t.decided)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { kind, ground, reason } = form
  const [file] = form.files
  const asks: readonly string[] = measureKinds[kind].asks
  const grounds = offered(kind)
  const isProven = findingOf(ground) !== null
  const today = dayOf(new Date())
  const { money } = found
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { pilotId },
      unread,
      body: {
        ...{ kind, ground, reason, fileId: file?.fileId ?? null },
        amountFen: asks.includes('amountFen') ? (form.amountFen ?? 0) : null,
        dueOn: asks.includes('dueOn') ? (form.dueOn ?? '') : null,
        provenOn: isProven ? (form.provenOn ?? '') : null,
      },
    })
  const choose = (chosen: MeasureKind) => {
    const [first = ground] = offered(chosen)
    change({ kind: chosen, ground: offered(chosen).includes(ground) ? ground : first })
  }
  return (
    <ActDialog
      typed={typed}
      title={two.name}
      note={found.closedOn ? t.closedNote(found.closedOn) : t.note}
      running={act.isPending}
      error={act.error}
      missing={[file === undefined && { field: 'fileId', label: t.paper }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      {two.note}
      <Field label={t.kind} name="kind" required error={errors.kind}>
        {(bind) => (
          <Select
            {...bind}
            value={kind}
            onChange={choose}
            options={kinds.map((value) => ({ value, label: say(measureKinds[value]) }))}
          />
        )}
      </Field>
      <Field
        label={t.ground}
        name="ground"
        required
        error={errors.ground}
        hint={<span className="clause">{found.grounds.find((one) => one.ground === ground)?.clause}</span>}
      >
        {(bind) => (
          <Select
            {...bind}
            value={ground}
            onChange={(chosen: MeasureGround) => change({ ground: chosen })}
            options={grounds.map((value) => ({ value, label: say(measureGrounds[value]) }))}
          />
        )}
      </Field>
      {isProven ? (
        <Field label={t.provenOn} name="provenOn" required error={errors.provenOn}>
          {(bind) => (
            <DayInput {...bind} value={form.provenOn} to={today} onChange={(provenOn) => change({ provenOn })} />
          )}
        </Field>
      ) : null}
      {asks.includes('amountFen') ? (
        <Field
          label={t.amountYuan}
          name="amountFen"
          required
          error={errors.amountFen}
          hint={
            kind === 'deduction'
              ? t.leftHint(formatYuan(money.leftFen))
              : t.recoverableHint(formatYuan(money.recoverableFen), formatYuan(money.cashFen))
          }
        >
          {(bind) => <MoneyInput {...bind} value={form.amountFen} onChange={(amountFen) => change({ amountFen })} />}
        </Field>
      ) : null}
      {asks.includes('dueOn') ? (
        <Field label={t.dueOn} name="dueOn" required error={errors.dueOn}>
          {(bind) => (
            <DayInput
              {...bind}
              value={form.dueOn}
              from={today}
              to={addDays(today, furthest)}
              onChange={(dueOn) => change({ dueOn })}
            />
          )}
        </Field>
      ) : null}
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={3} most={1000} value={reason} onChange={(said) => change({ reason: said })} />
        )}
      </Field>
      <FileField
        label={t.paper}
        name="fileId"
        required
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}
