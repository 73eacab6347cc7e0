import { App, Radio, Select } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'
import { ScoreFields } from './ScoreFields.tsx'
import { type ScoreForm, scoreForm, scoreOf } from './score-form.ts'

type Props = { view: EvaluationView; onClose: () => void }
type Objecting = { item: string; reason: string; files: FieldFile[] }

/** The park objects to one item of what it was told. */
export function ObjectDialog({ view: { evaluationId, parts }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const items = parts.flatMap((part) => part.items)
  const { form, change, typed, forget } = useKept<Objecting>(`evaluations/${evaluationId}/objection`, {
    item: items[0]?.id ?? '',
    reason: '',
    files: [],
  })
  const act = useCommand(acts.objectTo, {
    onDone: () => {
      forget()
      void message.success(t.objected)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { item, reason } = form
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { evaluationId }, unread, body: { item, reason, fileId: form.files[0]?.fileId ?? null } })
  return (
    <ActDialog
      typed={typed}
      title={t.object}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.item} name="item" required error={errors.item}>
        {(bind) => (
          <Select
            {...bind}
            value={item}
            onChange={(chosen) => change({ item: chosen })}
            options={items.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        )}
      </Field>
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={5} most={1000} value={reason} onChange={(said) => change({ reason: said })} />
        )}
      </Field>
      <FileField
        label={t.proof}
        name="fileId"
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}

type Answering = ScoreForm & { verdict: 'kept' | 'changed'; answer: string }

/** The score stands, or is another one from now on; both with the reason. */
export function AnswerDialog({
  view: { evaluationId, parts },
  objection,
  onClose,
}: Props & { objection: EvaluationView['objections'][number] }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { objectionId } = objection
  const item = parts.flatMap((part) => part.items).find(({ id }) => id === objection.item)
  const first = item ? scoreForm(item, item.final) : ({} as ScoreForm)
  const { form, change, typed, forget } = useKept<Answering>(`evaluations/${evaluationId}/answer/${objectionId}`, {
    ...first,
    verdict: 'kept',
    answer: '',
  })
  const act = useCommand(acts.answerObjection, {
    onDone: () => {
      forget()
      void message.success(t.answered)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { verdict, answer } = form
  const send = (unread?: readonly string[]) => {
    const score = verdict === 'changed' && item ? scoreOf(item, form) : null
    const body = { objectionId, verdict, score, answer, fileId: form.files[0]?.fileId ?? null }
    act.mutate({ params: { evaluationId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      title={`${t.answer} · ${say(objection.itemName)}`}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p className="filing-text">{objection.reason}</p>
      <Field label={t.verdict} name="verdict" required error={errors.verdict}>
        {() => (
          <Radio.Group
            value={verdict}
            onChange={(event) => change({ verdict: event.target.value as Answering['verdict'] })}
            options={[
              { value: 'kept', label: t.kept },
              { value: 'changed', label: t.changed },
            ]}
          />
        )}
      </Field>
      {item && verdict === 'changed' ? <ScoreFields item={item} form={form} change={change} errors={errors} /> : null}
      <Field label={t.answerText} name="answer" required error={errors.answer ?? errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={4} most={1000} value={answer} onChange={(said) => change({ answer: said })} />
        )}
      </Field>
      {verdict === 'changed' ? (
        <FileField
          label={t.proof}
          name="fileId"
          value={form.files}
          onChange={(files) => change({ files })}
          error={errors.fileId}
        />
      ) : null}
    </ActDialog>
  )
}
