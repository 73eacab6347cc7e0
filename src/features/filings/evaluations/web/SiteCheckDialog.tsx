import { App, Button, Checkbox, Select } from 'antd'
import { type CheckVerdict, checkVerdictList, checkVerdicts } from '../../../../policy/evaluation/site-checks.ts'
import { type Post, posts } from '../../../../policy/people/roles.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { newKey } from '../../../../ui/reach.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

type Props = { view: EvaluationView; onClose: () => void }
type Line = { id: string; item: string; verdict: CheckVerdict; remark: string }
type Form = { on: Day | null; posts: Post[]; findings: Line[]; files: FieldFile[] }

const line = (): Line => ({ id: newKey(), item: '', verdict: 'seen', remark: '' })

/** A check on site: the day, who of the authority, what was seen item by item, photographs and papers. */
export function SiteCheckDialog({ view, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { evaluationId, postsOnSite } = view
  const empty: Form = { on: null, posts: [], findings: [line()], files: [] }
  const { form, change, typed, forget } = useKept<Form>(`evaluations/${evaluationId}/site-check`, empty)
  const act = useCommand(acts.checkOnSite, {
    onDone: () => {
      forget()
      void message.success(t.checkKept)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { on, findings, files } = form
  const items = view.parts.flatMap((part) => part.items)
  const alter = (id: string, part: Partial<Line>) =>
    change({ findings: findings.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  const send = (unread?: readonly string[]) => {
    const body = {
      on: on ?? '',
      posts: form.posts,
      findings: findings.map(({ id: _, ...one }) => one),
      fileIds: files.map(({ fileId }) => fileId),
    }
    act.mutate({ params: { evaluationId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      wide
      title={t.checkOnSite}
      note={t.siteChecksNote}
      running={act.isPending}
      error={act.error}
      missing={[
        form.posts.length === 0 && { field: 'posts', label: t.postsOnSite },
        ...findings.map((one, at) => one.item === '' && { field: `findings.${at}.item`, label: t.item }),
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.checkedOn} name="on" required error={errors.on}>
        {(bind) => <DayInput {...bind} value={on} to={dayOf(new Date())} onChange={(day) => change({ on: day })} />}
      </Field>
      <Field label={t.postsOnSite} name="posts" required error={errors.posts}>
        {() => (
          <Checkbox.Group
            value={form.posts}
            onChange={(chosen) => change({ posts: chosen as Post[] })}
            options={postsOnSite.map((post) => ({ value: post, label: say(posts[post]) }))}
          />
        )}
      </Field>
      {findings.map(({ id, item, verdict, remark }, at) => (
        <fieldset key={id} className="evaluation-check">
          <div className="field-row">
            <Field label={t.item} name={`findings.${at}.item`} required error={errors[`findings.${at}.item`]}>
              {(bind) => (
                <Select
                  {...bind}
                  value={item || null}
                  onChange={(chosen) => alter(id, { item: chosen ?? '' })}
                  options={items.map((one) => ({
                    value: one.id,
                    label: say(one.name),
                    disabled: one.id !== item && findings.some((other) => other.item === one.id),
                  }))}
                />
              )}
            </Field>
            <Field label={t.found} name={`findings.${at}.verdict`} required error={errors[`findings.${at}.verdict`]}>
              {(bind) => (
                <Select
                  {...bind}
                  value={verdict}
                  onChange={(chosen) => alter(id, { verdict: chosen })}
                  options={checkVerdictList.map((value) => ({ value, label: say(checkVerdicts[value]) }))}
                />
              )}
            </Field>
          </div>
          <Field
            label={t.remark}
            name={`findings.${at}.remark`}
            required={verdict !== 'seen'}
            error={errors[`findings.${at}.remark`]}
          >
            {(bind) => (
              <ProseInput
                {...bind}
                rows={2}
                most={1000}
                value={remark}
                onChange={(said) => alter(id, { remark: said })}
              />
            )}
          </Field>
          {findings.length > 1 ? (
            <Button size="small" onClick={() => change({ findings: findings.filter((one) => one.id !== id) })}>
              {t.removeFinding}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {findings.length < items.length ? (
        <Button onClick={() => change({ findings: [...findings, line()] })}>{t.addFinding}</Button>
      ) : null}
      <FileField
        label={t.checkFiles}
        name="fileIds"
        max={20}
        value={files}
        onChange={(chosen) => change({ files: chosen })}
        error={errors.fileIds}
      />
    </ActDialog>
  )
}
