import { Select } from 'antd'
import type { Day } from '../../../../shared/dates.ts'
import { apartText, formatYuan } from '../../../../shared/money.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { MoneyInput } from '../../../../ui/MoneyInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { usePeriodText } from '../../../../ui/Values.tsx'
import { FileField, type UploadedFile } from '../../../programme/files/web/public.ts'
import { showChoices, signContract } from '../order-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

type Form = {
  contractNo: string
  signedOn: Day | null
  priceFen: number | null
  provincialFen: number | null
  parkFen: number | null
  enterpriseFen: number | null
  lineId: string | null
  files: UploadedFile[]
}

/** The contract with its three shares; the provincial one is held on its fund line (G3.3, G3.6). */
export function ContractDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const inWords = usePeriodText()
  const since = service.daysSince.contract
  const params = { serviceId: service.serviceId }
  const agreed = service.selection?.product.agreedPriceFen ?? 0
  const choices = useView(showChoices, { params })
  const { form, change, typed, forget } = useKept<Form>(`service/${service.serviceId}/contract`, {
    contractNo: '',
    signedOn: null,
    priceFen: agreed,
    provincialFen: agreed,
    parkFen: 0,
    enterpriseFen: 0,
    lineId: null,
    files: [],
  })
  const sign = useCommand(signContract, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(sign.error, say)
  const lines = choices.data?.lines ?? []
  const lineId = form.lineId ?? lines[0]?.lineId ?? null
  const { contractNo, signedOn, files } = form
  const shares = {
    priceFen: form.priceFen ?? 0,
    provincialFen: form.provincialFen ?? 0,
    parkFen: form.parkFen ?? 0,
    enterpriseFen: form.enterpriseFen ?? 0,
  }
  // What cannot be read yet adds up to nothing.
  const isRead = [form.priceFen, form.provincialFen, form.parkFen, form.enterpriseFen].every((fen) => fen !== null)
  const off = shares.provincialFen + shares.parkFen + shares.enterpriseFen - shares.priceFen
  const file = files[0]
  const send = (unread?: readonly string[]) =>
    sign.mutate({
      params,
      unread,
      body: {
        contractNo,
        signedOn: signedOn ?? '',
        ...shares,
        lineId: shares.provincialFen > 0 ? lineId : null,
        fileId: file?.fileId ?? '',
      },
    })
  const money = (name: 'priceFen' | 'provincialFen' | 'parkFen' | 'enterpriseFen', label: string, hint?: string) => (
    <Field label={label} name={name} required hint={hint} error={errors[name]}>
      {(bind) => (
        <MoneyInput
          {...bind}
          {...(name === 'priceFen' && agreed > 0 ? { max: agreed } : {})}
          value={form[name]}
          onChange={(fen) => change({ [name]: fen })}
        />
      )}
    </Field>
  )
  return (
    <ActDialog
      typed={typed}
      wide
      title={t.contract}
      running={sign.isPending}
      error={sign.error}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <div className="field-row">
        <Field label={t.contractNo} name="contractNo" required error={errors.contractNo}>
          {(bind) => (
            <CodeInput {...bind} autoFocus value={contractNo} onChange={(text) => change({ contractNo: text })} />
          )}
        </Field>
        <Field
          label={t.signedOn}
          name="signedOn"
          required
          hint={t.sinceCorrectable(say(since), since.on)}
          error={errors.signedOn}
        >
          {(bind) => (
            <DayInput
              {...bind}
              {...service.days.contract}
              value={signedOn}
              onChange={(day) => change({ signedOn: day })}
            />
          )}
        </Field>
        {money('priceFen', t.price, t.priceHint(formatYuan(agreed)))}
      </div>
      <div className="field-row">
        {money('provincialFen', t.provincial)}
        {money('parkFen', t.park)}
        {money('enterpriseFen', t.enterprise)}
      </div>
      <p className={off === 0 || !isRead ? 'soft' : 'field-error'} role="status">
        {!isRead ? t.sharesToCome : off === 0 ? t.sharesFit : t.sharesLeft(say(apartText(off)))}
      </p>
      {shares.provincialFen > 0 ? (
        <Field label={t.line} name="lineId" required error={errors.lineId}>
          {(bind) => (
            <Select
              {...bind}
              loading={choices.isPending}
              value={lineId}
              onChange={(value: string) => change({ lineId: value })}
              options={lines.map((line) => ({
                value: line.lineId,
                label: t.lineOption(line.purpose, inWords(line.quarter), formatYuan(line.availableFen)),
              }))}
            />
          )}
        </Field>
      ) : null}
      <FileField
        label={t.contractFile}
        name="fileId"
        required
        kinds={['pdf', 'photo', 'word', 'ofd']}
        value={files}
        onChange={(next) => change({ files: next })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}
