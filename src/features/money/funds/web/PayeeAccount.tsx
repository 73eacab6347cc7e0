import { App, Input } from 'antd'
import { useState } from 'react'
import { fundsRefusals } from '../../../../policy/guide/refusals/funds.ts'
import { isForeignHolder } from '../../../../policy/money/payee-account.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useKept } from '../../../../ui/use-kept.ts'
import { InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { PersonalText } from '../../../programme/personal/web/public.ts'
import { type PayeeView, setPayeeAccount } from '../tranche-contract.ts'
import { cardWords } from './card-words.ts'
import type { Funds } from './MoneyFrame.tsx'

/** Where the money is paid to, as the park named it; `since`: an instant after which a change is pointed out, with what stood then. */
export function PayeeText({ payee, since = null }: { payee: Funds['payee']; since?: string | null }) {
  const t = useWords(cardWords)
  const { name, account, former, sharedBy } = payee
  if (!account) return <StatusTag tone="warning">{t.accountMissing}</StatusTag>
  const changed = since !== null && account.at > since
  const before = changed ? former.find(({ at }) => at <= since) : undefined
  return (
    <>
      <AccountText account={account} parkName={name} />{' '}
      {sharedBy.length > 0 ? <StatusTag tone="warning">{t.accountShared(sharedBy.join(t.comma))}</StatusTag> : null}{' '}
      {changed ? (
        <>
          <StatusTag tone="warning">{t.accountChanged}</StatusTag>
          <div>
            {t.accountBefore}
            {before ? <AccountText account={before} parkName={name} /> : t.accountUnnamed}
          </div>
        </>
      ) : null}
    </>
  )
}

/** One account, with who named it; a holder other than the park is pointed out. */
export function AccountText({ account, parkName }: { account: PayeeView; parkName: string }) {
  const t = useWords(cardWords)
  const { payeeAccountId, holder, bank, number, setByName, at } = account
  return (
    <>
      {holder} · {bank} · <PersonalText of="payee-number" id={payeeAccountId} value={number} />{' '}
      {isForeignHolder(account, parkName) ? <StatusTag tone="warning">{t.accountForeign}</StatusTag> : null}{' '}
      <span className="soft">
        {setByName} <InstantText at={at} />
      </span>
    </>
  )
}

/** The account on the page of the money; the park names it and changes it there. */
export function PayeeSection({ funds: { pilotId, payee } }: { funds: Funds }) {
  const t = useWords(cardWords)
  const me = useMe()
  const [asked, ask] = useState(false)
  const isOwn = me.permissions.includes('payee.set')
  return (
    <Section
      title={t.payeeAccount}
      actions={
        isOwn ? (
          <ActionButton action={abilityFor(payee.actions, 'set-payee')} onClick={() => ask(true)}>
            {payee.account ? t.changeAccount : t.nameAccount}
          </ActionButton>
        ) : undefined
      }
    >
      <p>
        <PayeeText payee={payee} />
      </p>
      {asked ? <AccountDialog pilotId={pilotId} payee={payee} onClose={() => ask(false)} /> : null}
    </Section>
  )
}

type DialogProps = { pilotId: string; payee: Funds['payee']; onClose: () => void }

function AccountDialog({ pilotId, payee: { name, account }, onClose }: DialogProps) {
  const t = useWords(cardWords)
  const say = useText()
  const { message, modal } = App.useApp()
  const { form, change, typed, forget } = useKept(`pilot/${pilotId}/payee-account`, {
    holder: account?.holder ?? name,
    bank: account?.bank ?? '',
    number: account?.number ?? '',
  })
  const set = useCommand(setPayeeAccount, {
    onDone: () => {
      forget()
      void message.success(t.accountSet)
      onClose()
    },
  })
  const send = () => set.mutate({ params: { pilotId }, body: form })
  const ask = () =>
    isForeignHolder(form, name)
      ? modal.confirm({
          title: t.foreignAsked,
          content: t.foreignFacts(form.holder, name),
          okText: t.nameAccount,
          cancelText: t.foreignBack,
          onOk: send,
        })
      : send()
  const fields = [
    ['holder', t.accountHolder, 'funds.payee-holder-missing'],
    ['bank', t.accountBank, 'funds.payee-bank-missing'],
    ['number', t.accountNumber, 'funds.payee-number-wrong'],
  ] as const
  const errors = fieldTexts(set.error, say)
  return (
    <ActDialog
      typed={typed}
      title={t.payeeAccount}
      okText={t.nameAccount}
      running={set.isPending}
      error={set.error}
      missing={fields.map(
        ([field, label, code]) => form[field].trim() === '' && { field, label, says: say(fundsRefusals[code]) },
      )}
      onOk={ask}
      onCancel={onClose}
    >
      <p className="soft">{t.accountHint}</p>
      {fields.map(([field, label]) => (
        <Field key={field} label={label} name={field} required error={errors[field]}>
          {(bind) => (
            <Input {...bind} value={form[field]} onChange={(event) => change({ [field]: event.target.value })} />
          )}
        </Field>
      ))}
    </ActDialog>
  )
}
