import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { editionList, findEdition } from '../../../../policy/editions/edition.ts'
import { batchYears } from '../../../../policy/plan/pilot.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { useGo } from '../../../../ui/url.ts'
import { createBatch } from '../contract.ts'
import { words } from './batch-words.ts'
import { EditionBrief } from './EditionBrief.tsx'
import './batch.css'

/** An edition, its first year and a name; afterwards the new batch is open. */
export function CreateBatch({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const go = useGo()
  const { message } = App.useApp()
  const [edition, setEdition] = useState<string | null>(null)
  const [firstYear, setFirstYear] = useState<number | null>(new Date().getFullYear())
  const [name, setName] = useState('')
  const create = useCommand(createBatch, {
    onDone: ({ batchId }) => {
      void message.success(t.created)
      go(`/batches/${batchId}`)
    },
  })
  const errors = fieldTexts(create.error, say)
  const chosen = edition === null ? null : findEdition(edition)
  const ready = edition !== null && firstYear !== null && name.trim() !== ''
  return (
    <ActDialog
      title={t.create}
      okText={t.create}
      ready={ready}
      running={create.isPending}
      error={create.error}
      onCancel={onClose}
      onOk={() => ready && create.mutate({ body: { edition, firstYear, name: name.trim() } })}
    >
      <Field label={t.edition} name="edition" required {...(errors.edition ? { error: errors.edition } : {})}>
        {(bind) => (
          <Select
            {...bind}
            value={edition}
            onChange={setEdition}
            options={editionList().map((one) => ({ value: one.id, label: say(one.name) }))}
          />
        )}
      </Field>
      <Field label={t.firstYear} name="firstYear" required {...(errors.firstYear ? { error: errors.firstYear } : {})}>
        {(bind) => <NumberInput {...bind} {...batchYears} whole value={firstYear} onChange={setFirstYear} />}
      </Field>
      <Field
        label={t.name}
        name="name"
        required
        hint={t.nameHint(firstYear ?? new Date().getFullYear())}
        {...(errors.name ? { error: errors.name } : {})}
      >
        {(bind) => <Input {...bind} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
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
