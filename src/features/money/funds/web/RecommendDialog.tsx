import { Button } from 'antd'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { Money } from '../../../../ui/Values.tsx'
import { useTwoPersons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import type { ActProps } from './act-props.ts'
import { cardWords } from './card-words.ts'
import { PlanComparison } from './PlanComparison.tsx'

type Form = {
  amountFen: Fen | null
  recommendation: string
}

/** The economy bureau names the sum: fixed to the fen, or within what the gate allows. */
export function RecommendDialog({ pilotId, tranche, onClose, onDone }: ActProps) {
  const t = useWords(words)
  const c = useWords(cardWords)
  const say = useText()
  const { no, minFen, maxFen, warnings, planned } = tranche
  const fixed = minFen === maxFen
  const { form, change, typed, forget } = useKept<Form>(`tranche/${pilotId}/${no}/recommend`, {
    amountFen: fixed ? maxFen : null,
    recommendation: '',
  })
  const { amountFen, recommendation } = form
  const two = useTwoPersons(tranche.takesTwo.includes('recommendation'), t.recommend)
  const recommend = useCommand(contract.recommendTranche, {
    onDone: () => {
      forget()
      onDone(two.said)
    },
  })
  const deviates = planned !== null && amountFen !== null && amountFen !== planned.amountFen
  const send = (unread?: readonly string[]) =>
    recommend.mutate({ params: { pilotId, no }, unread, body: { amountFen: amountFen ?? 0, recommendation } })
  return (
    <ActDialog
      typed={typed}
      title={t.recommendTitle(no)}
      okText={two.okText}
      running={recommend.isPending}
      error={recommend.error}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      {two.note}
      {fixed ? (
        <div>
          <div className="tranche-amount">
            <Money fen={maxFen} />
          </div>
          <p className="soft">{t.amountFixed(formatYuan(maxFen))}</p>
        </div>
      ) : (
        <Field
          label={t.amountYuan}
          name="amountFen"
          required
          hint={
            <>
              {t.amountRange(formatYuan(minFen), formatYuan(maxFen))}{' '}
              <Button size="small" type="link" onClick={() => change({ amountFen: minFen })}>
                {t.takeLeast}
              </Button>
              <Button size="small" type="link" onClick={() => change({ amountFen: maxFen })}>
                {t.takeMost}
              </Button>
            </>
          }
        >
          {(bind) => (
            <MoneyInput
              {...bind}
              min={minFen}
              max={maxFen}
              value={amountFen}
              onChange={(amountFen) => change({ amountFen })}
              autoFocus
            />
          )}
        </Field>
      )}
      <PlanComparison planned={planned} askedFen={amountFen} />
      {amountFen === maxFen
        ? warnings.map((warning) => (
            <p key={warning.clause} className="tranche-warning" role="status">
              {say(warning.text)} <span className="clause">{warning.clause}</span>
            </p>
          ))
        : null}
      <Field
        label={t.opinion}
        name="recommendation"
        required={deviates}
        hint={deviates ? c.deviationHint(planned.clause) : t.opinionHint}
        error={say(recommend.error?.fields.find((one) => one.field === 'recommendation')) || ''}
      >
        {(bind) => (
          <ProseInput
            {...bind}
            rows={3}
            most={1000}
            value={recommendation}
            onChange={(text) => change({ recommendation: text })}
          />
        )}
      </Field>
    </ActDialog>
  )
}
