import { App } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField } from '../../../programme/files/web/public.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView, ItemView } from '../contract.ts'
import { words } from '../words.ts'
import { ScoreFields } from './ScoreFields.tsx'
import { type ScoreForm, scoreForm, scoreOf } from './score-form.ts'

const routes = { self: acts.scoreSelf, expert: acts.scoreAsExpert, final: acts.scoreFinal } as const

type Props = { view: EvaluationView; item: ItemView; column: keyof typeof routes; onClose: () => void }

/** One item in one column: its points, the reason, the paper. */
export function ScoreDialog({ view: { evaluationId }, item, column, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { message } = App.useApp()
  const own = column === 'expert' ? item.experts.find(({ given }) => given?.by === me.name) : item[column]
  const { form, change, typed, forget } = useKept<ScoreForm>(
    `evaluations/${evaluationId}/${column}/${item.id}`,
    scoreForm(item, own ?? null),
  )
  const act = useCommand(routes[column], {
    onDone: () => {
      forget()
      void message.success(t.scored)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const [file] = form.files
  const send = (unread?: readonly string[]) => {
    const score = scoreOf(item, form)
    const body = { item: item.id, score, reason: form.reason, fileId: file?.fileId ?? null }
    act.mutate({ params: { evaluationId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      title={`${say(item.name)} · ${t[column]}`}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p className="soft">{say(item.computed.sum)}</p>
      <ScoreFields item={item} form={form} change={change} errors={errors} />
      <Field label={t.reason} name="reason" required={item.judged !== null} error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={3} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
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
