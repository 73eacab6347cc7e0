import { Checkbox, Radio } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FieldError } from '../../../../ui/missing.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { Money, StatusTag } from '../../../../ui/Values.tsx'
import type { ProductView } from '../contract.ts'
import { selectProduct, showChoices } from '../order-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

/** `candidates`: null until somebody leaves one out; all that are on offer are compared. */
type Form = {
  candidates: string[] | null
  productId: string
  reason: string
  fewReason: string
  selectedOn: Day | null
}
const empty: Form = { candidates: null, productId: '', reason: '', fewReason: '', selectedOn: null }

/** The choice among the products of the approved list, with its record (G3.3). */
export function SelectDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const since = service.daysSince.select
  const params = { serviceId: service.serviceId }
  const view = useView(showChoices, { params })
  const { form, change, typed, forget } = useKept<Form>(`service/${service.serviceId}/select`, {
    ...empty,
    selectedOn: dayOf(new Date()),
  })
  const select = useCommand(selectProduct, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(select.error, say)
  const candidates = form.candidates ?? view.data?.products.map(({ productId }) => productId) ?? []
  const compare = (id: string, on: boolean) => {
    const compared = on ? [...candidates, id] : candidates.filter((one) => one !== id)
    change({ candidates: compared, productId: compared.includes(form.productId) ? form.productId : '' })
  }
  const choose = (id: string) => {
    const isLeftOut = !candidates.includes(id)
    change({ productId: id, ...(isLeftOut ? { candidates: [...candidates, id] } : {}) })
  }
  const send = (unread?: readonly string[]) =>
    select.mutate({ params, unread, body: { ...form, candidates, selectedOn: form.selectedOn ?? '' } })
  return (
    <ActDialog
      typed={typed}
      wide
      title={t.select}
      note={t.selectNote}
      running={select.isPending}
      error={select.error}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Async view={view} isEmpty={(data) => data.products.length === 0} empty={t.noProducts}>
        {({ products }) => (
          <div className="choices" data-field="candidates">
            {products.map((product) => (
              <Choice
                key={product.productId}
                product={product}
                isCompared={candidates.includes(product.productId)}
                isChosen={form.productId === product.productId}
                onCompare={compare}
                onChoose={choose}
              />
            ))}
            <FieldError name="candidates" error={errors.candidates} value={candidates} />
            <div data-field="productId">
              <FieldError name="productId" error={errors.productId} value={form.productId} />
            </div>
          </div>
        )}
      </Async>
      <Field
        label={t.selectedOn}
        name="selectedOn"
        required
        hint={t.sinceCorrectable(say(since), since.on)}
        error={errors.selectedOn}
      >
        {(bind) => (
          <DayInput
            {...bind}
            {...service.days.select}
            value={form.selectedOn}
            onChange={(selectedOn) => change({ selectedOn })}
          />
        )}
      </Field>
      <Field label={t.selectionReason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={2}
            most={2000}
            value={form.reason}
            onChange={(text) => change({ reason: text })}
          />
        )}
      </Field>
      <Field label={t.fewReason} name="fewReason" hint={t.fewHint} error={errors.fewReason}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={2}
            most={2000}
            value={form.fewReason}
            onChange={(text) => change({ fewReason: text })}
          />
        )}
      </Field>
    </ActDialog>
  )
}

type ChoiceProps = {
  product: ProductView
  isCompared: boolean
  isChosen: boolean
  onCompare: (id: string, on: boolean) => void
  onChoose: (id: string) => void
}

function Choice({ product, isCompared, isChosen, onCompare, onChoose }: ChoiceProps) {
  const t = useWords(actWords)
  const id = product.productId
  return (
    <div className={isChosen ? 'choice is-chosen' : 'choice'}>
      <Checkbox
        checked={isCompared}
        onChange={(event) => onCompare(id, event.target.checked)}
        aria-label={t.compareThis(product.name)}
      />
      <div>
        <strong>{product.agencyName}</strong> · {product.name}
        <div className="choice-facts">
          {t.deliverable}：{product.deliverable} · {t.priceBasis}：{product.priceBasis}
          {product.exceptionReason ? (
            <>
              {' '}
              · <StatusTag tone="warning">{t.aboveMarket}</StatusTag> {product.exceptionReason}
            </>
          ) : null}
        </div>
      </div>
      <div className="choice-pick">
        <div className="choice-price">
          <Money fen={product.agreedPriceFen} />
          <div className="choice-facts">
            {t.marketPrice} <Money fen={product.marketPriceFen} />
          </div>
        </div>
        <Radio checked={isChosen} onChange={() => onChoose(id)} aria-label={t.chooseThis(product.name)}>
          {t.choose}
        </Radio>
      </div>
    </div>
  )
}
