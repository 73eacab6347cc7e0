import { App, Input, Select } from 'antd'
import { editionList, findEdition } from '../../../../policy/editions/edition.ts'
import { batchYears } from '../../../../policy/plan/pilot.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { createBatch } from '../contract.ts'
import { words } from './batch-words.ts'
import { EditionBrief } from './EditionBrief.tsx'
import './batch.css'

type Form = {
  edition: string | null
  firstYear: number | null
  name: string
}

/** An edition, its first year and a name; afterwards the new batch is open. */
export function CreateBatch({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept<Form>('batch', {
    edition: null,
    firstYear: new Date().getFullYear(),
    name: '',
  })
  const { edition, firstYear, name } = form
  const create = useCommand(createBatch, {
    onDone: ({ batchId }) => {
      forget()
      void message.success(t.created)
      go(`/batches/${batchId}`)
    },
  })
  const errors = fieldTexts(create.error, say)
  const chosen = edition === null ? null : findEdition(edition)
  const send = (unread?: readonly string[]) =>
    create.mutate({ unread, body: { edition: edition ?? '', firstYear: firstYear ?? 0, name: name.trim() } })
  return (
    <ActDialog
      typed={typed}
      title={t.create}
      okText={t.create}
      missing={[
        edition === null && { field: 'edition', label: t.edition },
        firstYear === null && { field: 'firstYear', label: t.firstYear },
        name.trim() === '' && { field: 'name', label: t.name },
      ]}
      running={create.isPending}
      error={create.error}
      onCancel={onClose}
      onOk={send}
      onAsk={send}
    >
      <Field label={t.edition} name="edition" required {...(errors.edition ? { error: errors.edition } : {})}>
        {(bind) => (
          <Select
            {...bind}
            value={edition}
            onChange={(edition) => change({ edition })}
            options={editionList().map((one) => ({ value: one.id, label: say(one.name) }))}
          />
        )}
      </Field>
      <Field label={t.firstYear} name="firstYear" required {...(errors.firstYear ? { error: errors.firstYear } : {})}>
        {(bind) => (
          <NumberInput
            {...bind}
            {...batchYears}
            whole
            value={firstYear}
            onChange={(firstYear) => change({ firstYear })}
          />
        )}
      </Field>
      <Field
        label={t.name}
        name="name"
        required
        hint={t.nameHint(firstYear ?? new Date().getFullYear())}
        {...(errors.name ? { error: errors.name } : {})}
      >
        {(bind) => <Input {...bind} value={name} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
      {chosen ? (
        <section aria-label={t.brief}>
          <h3 className="brief-title">{t.brief}</h3>
          <EditionBrief edition={chosen} />
        </section>
      ) : null}
    </ActDialog>
  )
}
