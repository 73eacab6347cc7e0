import { Button, Checkbox, Select } from 'antd'
import { type SamplingMethod, samplingMethods } from '../../../../policy/oversight/sampling.ts'
import {
  mostSampled,
  type RiskWeights,
  riskFactorList,
  riskFactors,
} from '../../../../policy/oversight/sampling-plans.ts'
import { type ServiceState, serviceStateNames, serviceStates } from '../../../../policy/services/service.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { NumberInput } from '../../../../ui/NumberInput.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useGo } from '../../../../ui/url.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Choices = Reply<typeof contract.samplingChoices>
type Form = {
  batchId: string
  purpose: string
  parkIds: string[]
  openedFrom: Day | null
  openedTo: Day | null
  states: ServiceState[]
  countedOnly: boolean
  method: SamplingMethod
  size: number | null
  seed: string
  weights: RiskWeights
}

/** A sampling plan: what it is for, from which services, how, how many and by which seed. */
export function NewSamplingPlanPage() {
  const t = useWords(words)
  const view = useView(contract.samplingChoices, {})
  return (
    <Page title={t.propose} subtitle={t.proposeNote} back={{ text: t.title, to: '/sampling-plans' }}>
      <Async view={view}>{(choices) => <Plan choices={choices} />}</Async>
    </Page>
  )
}

function Plan({ choices: { batches } }: { choices: Choices }) {
  const t = useWords(words)
  const go = useGo()
  const say = useText()
  const { form, change, typed, forget } = useKept<Form>('sampling-plan', {
    batchId: batches[0]?.batchId ?? '',
    purpose: '',
    parkIds: [],
    openedFrom: null,
    openedTo: null,
    states: [],
    countedOnly: false,
    method: 'simple-random',
    size: null,
    seed: '',
    weights: { fewCandidates: 0, disputed: 0, dayCorrected: 0 },
  })
  const propose = useCommand(contract.proposeSamplingPlan, {
    onDone: ({ planId }) => {
      forget()
      go(`/sampling-plans/${planId}`)
    },
  })
  const errors = fieldTexts(propose.error, say)
  const send = (unread?: readonly string[]) =>
    propose.mutate({
      unread,
      body: {
        ...form,
        openedFrom: form.openedFrom ?? '',
        openedTo: form.openedTo ?? '',
        size: form.size ?? 0,
      },
    })
  const part = { form, change, errors }
  return (
    <PageForm typed={typed}>
      {(unlessFaulty) => (
        <>
          <RefusalAlert error={propose.error} />
          <FrameFields {...part} batches={batches} />
          <MethodFields {...part} />
          <div className="action-bar">
            <Button type="primary" loading={propose.isPending} onClick={() => unlessFaulty(send, send)}>
              {t.submit}
            </Button>
          </div>
        </>
      )}
    </PageForm>
  )
}

type PartProps = {
  form: Form
  change: (patch: Partial<Form>) => void
  errors: Readonly<Record<string, string>>
}

function FrameFields({ form, change, errors, batches }: PartProps & Choices) {
  const t = useWords(words)
  const say = useText()
  const parks = batches.find(({ batchId }) => batchId === form.batchId)?.parks ?? []
  const today = dayOf(new Date())
  return (
    <Section id="frame" title={t.frame}>
      <div className="form">
        <Field label={t.purpose} name="purpose" required error={errors.purpose}>
          {(bind) => (
            <LineInput {...bind} most={200} value={form.purpose} onChange={(purpose) => change({ purpose })} />
          )}
        </Field>
        <div className="field-row">
          <Field label={t.batch} name="batchId" required error={errors.batchId}>
            {(bind) => (
              <Select
                {...bind}
                value={form.batchId}
                onChange={(batchId) => change({ batchId, parkIds: [] })}
                options={batches.map(({ batchId, name }) => ({ value: batchId, label: name }))}
              />
            )}
          </Field>
          <Field label={t.parks} name="parkIds" error={errors.parkIds} hint={t.allParks}>
            {(bind) => (
              <Select
                {...bind}
                mode="multiple"
                value={form.parkIds}
                onChange={(parkIds) => change({ parkIds })}
                options={parks.map(({ parkId, name }) => ({ value: parkId, label: name }))}
              />
            )}
          </Field>
        </div>
        <div className="field-row">
          <Field label={t.openedFrom} name="openedFrom" required error={errors.openedFrom}>
            {(bind) => (
              <DayInput
                {...bind}
                value={form.openedFrom}
                to={today}
                onChange={(openedFrom) => change({ openedFrom })}
              />
            )}
          </Field>
          <Field label={t.openedTo} name="openedTo" required error={errors.openedTo}>
            {(bind) => <DayInput {...bind} value={form.openedTo} onChange={(openedTo) => change({ openedTo })} />}
          </Field>
        </div>
        <Field label={t.states} name="states" error={errors.states} hint={t.allStates}>
          {(bind) => (
            <Select
              {...bind}
              mode="multiple"
              value={form.states}
              onChange={(states) => change({ states })}
              options={serviceStates.map((state) => ({ value: state, label: say(serviceStateNames[state]) }))}
            />
          )}
        </Field>
        <Checkbox checked={form.countedOnly} onChange={({ target }) => change({ countedOnly: target.checked })}>
          {t.countedOnly}
        </Checkbox>
      </div>
    </Section>
  )
}

function MethodFields({ form, change, errors }: PartProps) {
  const t = useWords(words)
  const say = useText()
  return (
    <Section id="method" title={t.method}>
      <div className="form">
        <Field label={t.method} name="method" required error={errors.method}>
          {(bind) => (
            <Select
              {...bind}
              value={form.method}
              onChange={(method: SamplingMethod) =>
                change({ method, weights: { fewCandidates: 0, disputed: 0, dayCorrected: 0 } })
              }
              options={Object.entries(samplingMethods).map(([value, name]) => ({ value, label: say(name) }))}
            />
          )}
        </Field>
        <div className="field-row">
          <Field label={t.size} name="size" required error={errors.size}>
            {(bind) => (
              <NumberInput
                {...bind}
                whole
                min={1}
                max={mostSampled}
                value={form.size}
                onChange={(size) => change({ size })}
              />
            )}
          </Field>
          <Field label={t.seed} name="seed" required error={errors.seed} hint={t.seedNote}>
            {(bind) => <LineInput {...bind} most={60} value={form.seed} onChange={(seed) => change({ seed })} />}
          </Field>
        </div>
        {form.method === 'risk-weighted' ? (
          <Field label={t.weights} name="weights" error={errors.weights} hint={t.weightsNote}>
            {() => null}
          </Field>
        ) : null}
        {form.method === 'risk-weighted'
          ? riskFactorList.map((factor) => (
              <Field
                key={factor}
                label={say(riskFactors[factor])}
                name={`weights.${factor}`}
                error={errors[`weights.${factor}`]}
              >
                {(bind) => (
                  <NumberInput
                    {...bind}
                    whole
                    min={0}
                    max={9}
                    value={form.weights[factor]}
                    onChange={(weight) => change({ weights: { ...form.weights, [factor]: weight ?? 0 } })}
                  />
                )}
              </Field>
            ))
          : null}
      </div>
    </Section>
  )
}
