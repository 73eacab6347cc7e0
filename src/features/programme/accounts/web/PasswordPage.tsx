import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PageForm } from '../../../../ui/PageForm.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { useAskAnew, useMe } from '../../../../ui/session.ts'
import { useTypedStore } from '../../../../ui/typed-texts.tsx'
import { useGo } from '../../../../ui/url.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { NewPassword } from './NewPassword.tsx'

/** Everybody's own password. */
export function PasswordPage() {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const go = useGo()
  const goOn = useAskAnew()
  const { message } = App.useApp()
  const typed = useTypedStore()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const change = useCommand(contract.changePassword, {
    onDone: () => {
      void message.success(t.passwordDone)
      // Whoever had to do it first goes on where they wanted to go.
      if (me.due === null) go('/')
      else goOn()
    },
  })
  const errors = fieldTexts(change.error, say)
  return (
    <Page
      title={t.passwordTitle}
      actions={me.due === null ? <AppLink to="/account/sessions">{t.sessions}</AppLink> : null}
      subtitle={`${me.name} · ${me.due === null ? t.passwordNote : t.passwordDue}`}
    >
      <PageForm
        typed={typed}
        missing={[
          current === '' && { field: 'current', label: t.passwordNow },
          next === null && { field: 'password', label: t.passwordNew, says: t.passwordTwice },
        ]}
      >
        {(unlessFaulty, still) => (
          <form
            className="panel form narrow-form"
            onSubmit={(event) => {
              event.preventDefault()
              unlessFaulty(() => next !== null && change.mutate({ body: { current, next } }))
            }}
          >
            <RefusalAlert error={change.error} />
            <input type="text" name="username" autoComplete="username" value={me.name} readOnly hidden />
            <Field label={t.passwordNow} name="current" required {...(errors.current ? { error: errors.current } : {})}>
              {(bind) => (
                <Input.Password
                  {...bind}
                  autoComplete="current-password"
                  value={current}
                  onChange={(event) => setCurrent(event.target.value)}
                />
              )}
            </Field>
            <NewPassword owner={{ account: me.name, unit: me.unitName }} error={errors.next} onChange={setNext} />
            {still}
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t.passwordTitle}
            </Button>
          </form>
        )}
      </PageForm>
    </Page>
  )
}
