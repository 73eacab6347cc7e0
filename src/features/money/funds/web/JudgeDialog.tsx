import { Radio } from 'antd'
import { commonRefusals } from '../../../../policy/guide/refusals/common.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import type { ActProps } from './act-props.ts'
import { cardWords } from './card-words.ts'

type Form = { underWay: boolean | null; reason: string }

/** A bureau says yes or no, with its reason, in view of what the records say. */
export function JudgeDialog({ pilotId, tranche, onClose, onDone }: ActProps) {
  const t = useWords(cardWords)
  const say = useText()
  const { no, judging } = tranche
  const { form, change, typed, forget } = useKept<Form>(`tranche/${pilotId}/${no}/judge`, {
    underWay: null,
    reason: '',
  })
  const { underWay, reason } = form
  const two = useTwoPersons(tranche.takesTwo.includes('judgment'), t.judge)
  const judge = useCommand(contract.judgeTranche, {
    onDone: () => {
      forget()
      onDone(two.said)
    },
  })
  const send = () => {
    if (underWay !== null) judge.mutate({ params: { pilotId, no }, body: { underWay, reason } })
  }
  const missing = [
    underWay === null && { field: 'underWay', label: t.verdict, says: t.verdictMissing },
    reason.trim() === '' && {
      field: 'reason',
      label: t.reason,
      says: say(commonRefusals['common.reason-missing']),
    },
  ]
  const errors = fieldTexts(judge.error, say)
  return (
    <ActDialog
      typed={typed}
      title={t.judgeTitle(no)}
      okText={two.okText}
      running={judge.isPending}
      error={judge.error}
      missing={missing}
      onOk={send}
      onCancel={onClose}
    >
      {two.note}
      <p className="soft">{t.judgeHint}</p>
      {judging ? (
        <p>
          {t.diagnosedFact} {judging.facts.diagnosed.done}/{judging.facts.diagnosed.all} · {t.orderedFact}{' '}
          {t.orderedCount(judging.facts.ordered, judging.facts.underWay)}
        </p>
      ) : null}
      <Field label={t.verdict} name="underWay" required error={errors.underWay}>
        {({ status: _status, ...bind }) => (
          <Radio.Group
            {...bind}
            value={underWay}
            onChange={(event) => change({ underWay: event.target.value as boolean })}
            options={[
              { value: true, label: t.judgedYes },
              { value: false, label: t.judgedNo },
            ]}
          />
        )}
      </Field>
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={3} most={1000} value={reason} onChange={(text) => change({ reason: text })} />
        )}
      </Field>
    </ActDialog>
  )
}
