import { App, Select } from 'antd'
import {
  kindOf,
  type RegisterSort,
  registerKindList,
  registerKinds,
  registerSortList,
  sortOf,
} from '../../../../policy/records/register.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = {
  enterprise: contract.RegisterView['enterprise']
  /** The entry that is corrected; null for a new one. */
  entry: contract.EntryView | null
  onClose: () => void
}

type Form = {
  sort: RegisterSort | null
  number: string
  on: Day | null
  party: string
  amountFen: number | null
  files: FieldFile[]
  reason: string
}

/** An entry, new or corrected; what its fields are called follows from what it is. */
export function EntryDialog({ enterprise, entry, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { enterpriseId } = enterprise
  const key = entry ? `register/${entry.entryId}/correction-${entry.revision}` : `register/${enterpriseId}/new`
  const { form, change, typed, forget } = useKept<Form>(key, {
    sort: entry?.sort ?? null,
    number: entry?.number ?? '',
    on: entry?.on ?? null,
    party: entry?.party ?? '',
    amountFen: entry?.amountFen ?? null,
    files: entry ? [entry.file] : [],
    reason: '',
  })
  const onDone = () => {
    forget()
    void message.success(t.saved)
    onClose()
  }
  const enter = useCommand(contract.enterInRegister, { onDone })
  const correct = useCommand(contract.correctEntry, { onDone })
  const act = entry ? correct : enter
  const errors = fieldTexts(act.error, say)
  const kind = form.sort === null ? null : kindOf(form.sort)
  const names = kind && registerKinds[kind]
  const isRight = kind === 'intellectual-property'
  const [file] = form.files

  const send = (unread?: readonly string[]) => {
    if (form.sort === null) return
    const said = {
      sort: form.sort,
      number: form.number,
      on: form.on ?? '',
      party: form.party,
      amountFen: form.amountFen,
      fileId: file?.fileId ?? '',
    }
    if (entry) correct.mutate({ params: { entryId: entry.entryId }, unread, body: { ...said, reason: form.reason } })
    else enter.mutate({ params: { enterpriseId }, unread, body: said })
  }

  function choose(sort: RegisterSort) {
    const holder = kindOf(sort) === 'intellectual-property' && form.party === '' ? { party: enterprise.name } : {}
    change({ sort, ...holder })
  }

  return (
    <ActDialog
      typed={typed}
      title={entry ? t.correct : t.enter}
      running={act.isPending}
      error={act.error}
      missing={[
        form.sort === null && { field: 'sort', label: t.sort },
        names !== null && file === undefined && { field: 'fileId', label: say(names.proof) },
      ]}
      onOk={send}
      // Until it is said what it is, nobody can tell what else is missing.
      onAsk={names ? send : undefined}
      onCancel={onClose}
    >
      <Field label={t.sort} name="sort" required error={errors.sort}>
        {(bind) => (
          <Select
            {...bind}
            value={form.sort}
            onChange={choose}
            options={registerKindList
              .filter((one) => entry === null || one === entry.kind)
              .map((one) => ({
                label: say(registerKinds[one]),
                options: registerSortList
                  .filter((sort) => kindOf(sort) === one)
                  .map((sort) => ({ value: sort, label: say(sortOf(one, sort) ?? registerKinds[one]) })),
              }))}
          />
        )}
      </Field>
      {names ? (
        <>
          <Field label={say(names.number)} name="number" required error={errors.number}>
            {(bind) => <CodeInput {...bind} value={form.number} onChange={(number) => change({ number })} />}
          </Field>
          <Field label={say(names.day)} name="on" required error={errors.on}>
            {(bind) => <DayInput {...bind} value={form.on} to={dayOf(new Date())} onChange={(on) => change({ on })} />}
          </Field>
          <Field
            label={say(names.party)}
            name="party"
            required
            error={errors.party}
            hint={isRight ? t.holderNote : undefined}
          >
            {(bind) => <LineInput {...bind} most={100} value={form.party} onChange={(party) => change({ party })} />}
          </Field>
          {names.amount ? (
            <Field label={say(names.amount)} name="amountFen" required error={errors.amountFen}>
              {(bind) => (
                <MoneyInput {...bind} value={form.amountFen} onChange={(amountFen) => change({ amountFen })} />
              )}
            </Field>
          ) : null}
          <FileField
            label={say(names.proof)}
            name="fileId"
            required
            value={form.files}
            onChange={(files) => change({ files })}
            error={errors.fileId}
          />
        </>
      ) : null}
      {entry ? (
        <Field label={t.reason} name="reason" required error={errors.reason}>
          {(bind) => (
            <ProseInput {...bind} rows={2} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
