import { App, Button, Checkbox, Radio, Select } from 'antd'
import { diagnosisDoubts } from '../../../../policy/plan/diagnosis-doubts.ts'
import { type EnterpriseTitle, outcomeOf, titleNames } from '../../../../policy/services/diagnosis.ts'
import { questions } from '../../../../policy/services/diagnosis-questions.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { type Reply, useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { focusField } from '../../../../ui/focus-field.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Outcome } from './Outcome.tsx'

type Enterprise = Reply<typeof contract.showEnterprise>['enterprise']
type Form = {
  answers: Record<string, string>
  diagnosedOn: Day | null
  reason: string
  foundedOn: Day | null
  revenueWan: number | null
  researchWan: number | null
  titles: EnterpriseTitle[]
  files: UploadedFile[]
  figuresConfirmed: boolean
}

/** The full diagnosis (G1.3): ten questions, the facts of the class, and at once what would come of them. */
type QuestionnaireProps = { enterprise: Enterprise; former?: contract.DiagnosisView; onDone?: () => void }

export function Questionnaire({ enterprise, former, onDone }: QuestionnaireProps) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { enterpriseId } = enterprise
  const { form, change, typed, forget } = useKept<Form>(
    former ? `enterprise/${enterpriseId}/correction-${former.revision}` : `enterprise/${enterpriseId}/diagnosis`,
    former ? formOf(former) : emptyForm(enterprise),
  )
  const done = {
    onDone: () => {
      forget()
      void message.success(t.saved)
      onDone?.()
    },
  }
  const first = useCommand(contract.recordDiagnosis, done)
  const correction = useCommand(contract.correctDiagnosis, done)
  const record = former ? correction : first
  const errors = fieldTexts(record.error, say)
  const open = questions.filter(({ id }) => !form.answers[id])
  const { answers, files, diagnosedOn, reason, figuresConfirmed, ...facts } = form
  const doubts = diagnosisDoubts(facts, enterprise)
  const send = (unread?: readonly string[]) => {
    const reportFileId = files[0]?.fileId ?? null
    const confirmed = doubts.length > 0 && figuresConfirmed
    const body = { answers, facts, reportFileId, diagnosedOn: diagnosedOn ?? '', figuresConfirmed: confirmed }
    if (former) correction.mutate({ params: { enterpriseId }, unread, body: { ...body, reason } })
    else first.mutate({ params: { enterpriseId }, unread, body })
  }
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={record.error} />
          <div className="columns">
            <div>
              <Section id="questions" title={t.questionnaire} note={t.questionNote}>
                <ol className="questions">
                  {questions.map((question, at) => (
                    <li key={question.id}>
                      <fieldset className="field" data-field={`answers.${question.id}`}>
                        <legend className="field-label">
                          {at + 1}. {say(question)}
                        </legend>
                        <Radio.Group
                          value={form.answers[question.id]}
                          onChange={(event) =>
                            change({ answers: { ...form.answers, [question.id]: event.target.value } })
                          }
                          options={question.options.map((one) => ({ value: one.id, label: say(one) }))}
                        />
                        {errors[`answers.${question.id}`] ? (
                          <div role="alert" className="field-error">
                            {errors[`answers.${question.id}`]}
                          </div>
                        ) : null}
                      </fieldset>
                    </li>
                  ))}
                </ol>
              </Section>
              <Section id="facts" title={t.facts} note={t.factsNote}>
                <div className="form">
                  {former ? (
                    <Field label={t.correctionReason} name="reason" required error={errors.reason}>
                      {(bind) => (
                        <ProseInput
                          {...bind}
                          rows={2}
                          most={1000}
                          value={reason}
                          onChange={(text) => change({ reason: text })}
                        />
                      )}
                    </Field>
                  ) : null}
                  <Field label={t.diagnosedOn} name="diagnosedOn" required error={errors.diagnosedOn}>
                    {(bind) => (
                      <DayInput
                        {...bind}
                        to={dayOf(new Date())}
                        value={diagnosedOn}
                        onChange={(day) => change({ diagnosedOn: day })}
                      />
                    )}
                  </Field>
                  <div className="field-row">
                    <Field label={t.foundedOn} name="facts.foundedOn" error={errors['facts.foundedOn']}>
                      {(bind) => (
                        <DayInput
                          {...bind}
                          to={dayOf(new Date())}
                          value={form.foundedOn}
                          onChange={(foundedOn) => change({ foundedOn })}
                        />
                      )}
                    </Field>
                    <Field label={t.revenueWan} name="facts.revenueWan" error={errors['facts.revenueWan']}>
                      {(bind) => (
                        <NumberInput
                          {...bind}
                          min={0}
                          value={form.revenueWan}
                          onChange={(revenueWan) => change({ revenueWan, figuresConfirmed: false })}
                        />
                      )}
                    </Field>
                    <Field label={t.researchWan} name="facts.researchWan" error={errors['facts.researchWan']}>
                      {(bind) => (
                        <NumberInput
                          {...bind}
                          min={0}
                          value={form.researchWan}
                          onChange={(researchWan) => change({ researchWan, figuresConfirmed: false })}
                        />
                      )}
                    </Field>
                  </div>
                  {doubts.length > 0 ? (
                    <div role="status">
                      {doubts.map(({ field, text }) => (
                        <p key={field}>{say(text)}</p>
                      ))}
                      <Checkbox
                        checked={figuresConfirmed}
                        onChange={(event) => change({ figuresConfirmed: event.target.checked })}
                      >
                        {t.figuresConfirmed}
                      </Checkbox>
                    </div>
                  ) : null}
                  <Field label={t.titles} name="facts.titles" error={errors['facts.titles']}>
                    {(bind) => (
                      <Select
                        {...bind}
                        mode="multiple"
                        value={form.titles}
                        onChange={(titles: EnterpriseTitle[]) => change({ titles })}
                        options={Object.entries(titleNames).map(([value, name]) => ({ value, label: say(name) }))}
                      />
                    )}
                  </Field>
                  <FileField
                    label={t.report}
                    name="reportFileId"
                    kinds={['pdf', 'word', 'photo']}
                    value={files}
                    onChange={(next) => change({ files: next })}
                    error={errors.reportFileId}
                  />
                </div>
              </Section>
            </div>
            <div className="stay">
              <Outcome
                title={t.expected}
                outcome={outcomeOf(answers, { ...facts, on: diagnosedOn ?? dayOf(new Date()) })}
                noProblems={t.none}
              />
            </div>
          </div>
          <div className="action-bar">
            <span className="soft">
              {t.answered(questions.length - open.length, questions.length)} · {t.submitNote}
            </span>
            {open.length > 0 ? (
              <Button onClick={() => focusField(`answers.${open[0]?.id ?? ''}`)}>{t.firstGap}</Button>
            ) : null}
            <Button type="primary" loading={record.isPending} onClick={() => unlessFaulty(send, send)}>
              {former ? t.correct : t.submit}
            </Button>
          </div>
        </>
      )}
    </PageForm>
  )
}

function emptyForm({ revenueWan }: Enterprise): Form {
  const diagnosedOn = dayOf(new Date())
  const facts = { foundedOn: null, revenueWan, researchWan: null, titles: [] }
  return { answers: {}, diagnosedOn, reason: '', ...facts, files: [], figuresConfirmed: false }
}

function formOf({ answers, facts, diagnosedOn, report }: contract.DiagnosisView): Form {
  const files = report ? [{ ...report, renamedFrom: null, usedBefore: false }] : []
  return { answers, diagnosedOn, reason: '', ...facts, files, figuresConfirmed: false }
}
