import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { refusalText } from '../../../../policy/guide/refuse.ts'
import { whyLinkShut } from '../../../../policy/people/activation.ts'
import { signInPath } from '../../../../policy/people/public-pages.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useCommand, useView } from '../../../../ui/api.ts'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { signInWords } from '../../../../ui/sign-in-words.ts'
import { useTypedStore } from '../../../../ui/typed-texts.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { InstantText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { NewPassword } from './NewPassword.tsx'
import './activation.css'

/** What an activation link opens: whose it is, and a field for the password. No account, no shell. */
export function ActivatePage() {
  const t = useWords(words)
  const say = useText()
  const token = usePathParam('token')
  const view = useView(contract.showActivation, { params: { token } })
  const [done, setDone] = useState<string | null>(null)
  useEffect(() => {
    document.title = `${t.activateTitle} · ${t.product}`
  }, [t])
  return (
    <div className="activation-page">
      <header className="activation-head">
        <BrandMark />
        <h1>{t.activateTitle}</h1>
        <LanguageSwitch />
      </header>
      <main>
        {done ? (
          <Told title={t.activated} note={t.activatedNote(done)} />
        ) : (
          <Async view={view}>
            {({ state, account }) => {
              const shut = whyLinkShut(state)
              if (shut || !account) return <Told title={t.linkShut} note={shut ? say(refusalText(shut)) : ''} />
              return <Choose token={token} account={account} onDone={setDone} />
            }}
          </Async>
        )}
      </main>
    </div>
  )
}

function Told({ title, note }: { title: string; note: string }) {
  const { signIn } = useWords(signInWords)
  return (
    <div className="panel" role="status">
      <h2>{title}</h2>
      <p>{note}</p>
      <p>
        <a href={signInPath}>{signIn}</a>
      </p>
    </div>
  )
}

type ChooseProps = {
  token: string
  account: { name: string; unitName: string; expiresAt: string }
  onDone: (name: string) => void
}

function Choose({ token, account, onDone }: ChooseProps) {
  const t = useWords(words)
  const say = useText()
  const typed = useTypedStore()
  const [password, setPassword] = useState<string | null>(null)
  const activate = useCommand(contract.activateAccount, { onDone: ({ name }) => onDone(name) })
  const owner = { account: account.name, unit: account.unitName }
  return (
    <PageForm
      typed={typed}
      missing={[password === null && { field: 'password', label: t.passwordNew, says: t.passwordTwice }]}
    >
      {(unlessFaulty, still) => (
        <form
          className="panel form"
          onSubmit={(event) => {
            event.preventDefault()
            unlessFaulty(() => password !== null && activate.mutate({ params: { token }, body: { password } }))
          }}
        >
          <p>
            {t.activateFor(account.name, account.unitName)} · {t.until} <InstantText at={account.expiresAt} />
          </p>
          <RefusalAlert error={activate.error} />
          <input type="text" name="username" autoComplete="username" value={account.name} readOnly hidden />
          <NewPassword owner={owner} error={fieldTexts(activate.error, say).password} onChange={setPassword} />
          {still}
          <Button type="primary" htmlType="submit" loading={activate.isPending}>
            {t.activateDo}
          </Button>
        </form>
      )}
    </PageForm>
  )
}
