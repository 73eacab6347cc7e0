import { App } from 'antd'
import { type Answers as Counted, countAnswers, grades } from '../../../../policy/records/answers.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { Count, FactDay, InstantText, percentText } from '../../../../ui/Values.tsx'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { activity: contract.ActivityView }

/** What those who took part answered, each revision with who wrote it; nothing entered is no answer, not a zero. */
export function Answers({ activity: { answers, people } }: Props) {
  const t = useWords(words)
  const [newest] = answers
  return (
    <Section id="answers" title={t.answers} note={t.answersNote}>
      {newest ? null : <p className="soft">{t.noAnswers}</p>}
      {answers.map((one, at) => (
        <div key={one.revision}>
          {at === 1 ? <h3>{t.formerAnswers}</h3> : null}
          <KeyValue columns={1} facts={[...factsOf(one, people, t), ...writtenFacts(one, t)]} />
        </div>
      ))}
    </Section>
  )
}

type T = ReturnType<typeof useWords<typeof words>>

function factsOf(answers: contract.AnswersView, people: number, t: T) {
  const { all, satisfied } = countAnswers(answers)
  return [
    { label: t.answersAll, value: t.answersOf(all, people) },
    { label: t.satisfiedShare, value: t.shareOf(percentText((satisfied / all) * 100), satisfied, all) },
    ...grades.map((grade) => ({ label: t[`rated${grade}`], value: <Count value={answers[`rated${grade}`]} /> })),
  ]
}

function writtenFacts({ countsFrom, writtenAt, writtenBy, revision, correctionReason }: contract.AnswersView, t: T) {
  return [
    { label: t.countsFrom, value: <FactDay day={countsFrom} enteredAt={writtenAt} /> },
    {
      label: t.enteredBy,
      value: (
        <>
          {writtenBy} <InstantText at={writtenAt} />
        </>
      ),
    },
    revision > 1 && { label: t.correctionReason, value: correctionReason, wide: true },
  ]
}

type Form = { [Grade in keyof Counted]: number | null } & { files: FieldFile[]; reason: string }

/** The questionnaires that came back, counted by grade, with their scans. */
export function AnswersDialog({ activity, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { activityId, people, evidence } = activity
  const [before] = activity.answers
  const key = `activity/${activityId}/answers-${before?.revision ?? 0}`
  const { rated5 = null, rated4 = null, rated3 = null, rated2 = null, rated1 = null } = before ?? {}
  const empty: Form = { rated5, rated4, rated3, rated2, rated1, files: [], reason: '' }
  const { form, change, typed, forget } = useKept<Form>(key, empty)
  const act = useCommand(contract.enterAnswers, {
    onDone: () => {
      forget()
      void message.success(t.saved)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const { files, reason, ...counts } = form
  const onFile = evidence.filter(({ proof }) => proof === 'survey').length
  const send = (unread?: readonly string[]) => {
    const rated = Object.fromEntries(grades.map((grade) => [`rated${grade}`, counts[`rated${grade}`] ?? 0])) as Counted
    const fileIds = files.map(({ fileId }) => fileId)
    act.mutate({ params: { activityId }, unread, body: { ...rated, fileIds, reason } })
  }
  return (
    <ActDialog
      typed={typed}
      title={before ? t.correctAnswers : t.enterAnswers}
      note={t.answersHint(people)}
      running={act.isPending}
      error={act.error}
      missing={[
        // A grade left empty is not none of it: left out, it would raise the share.
        ...grades.map((grade) => {
          const field = `rated${grade}` as const
          return counts[field] === null && !typed.of(field) && { field, label: t.answersFor(t[field]) }
        }),
        onFile + files.length === 0 && { field: 'fileIds', label: t.fileIds },
      ]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      {grades.map((grade) => {
        const name = `rated${grade}` as const
        return (
          <Field key={grade} label={t.answersFor(t[name])} name={name} required error={errors[name]}>
            {(bind) => (
              <NumberInput
                {...bind}
                whole
                min={0}
                max={people}
                value={form[name]}
                onChange={(count) => change({ [name]: count })}
              />
            )}
          </Field>
        )
      })}
      <FileField
        label={onFile > 0 ? t.fileIdsOnFile(onFile) : t.fileIds}
        name="fileIds"
        required={onFile === 0}
        max={20}
        value={files}
        onChange={(chosen) => change({ files: chosen })}
        error={errors.fileIds}
      />
      {before ? (
        <Field label={t.correctionReason} name="reason" required error={errors.reason}>
          {(bind) => (
            <ProseInput {...bind} rows={2} most={1000} value={reason} onChange={(said) => change({ reason: said })} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
