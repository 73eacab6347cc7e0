import { LogoutOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useWords } from './language.tsx'
import { offlineWords } from './offline-words.ts'
import { type Session, useSignOut } from './session.ts'
import { outboxOf } from './use-outbox.ts'
import { words } from './words.ts'

/** Signs out; asks first while something of this person waits on this device. */
export function SignOutButton({ session }: { session: Session }) {
  const t = { ...useWords(words), ...useWords(offlineWords) }
  const { modal, message } = App.useApp()
  const signingOut = useSignOut()
  const leave = () =>
    signingOut.mutate(undefined, { onError: ({ status }) => status === 0 && void message.error(t.signOutFailed) })
  const ask = async () => {
    const outbox = outboxOf(session.accountId)
    // A browser that keeps nothing has nothing waiting either.
    await outbox.refresh().catch(() => {})
    const waiting = outbox.state.acts.length
    if (waiting === 0) return leave()
    modal.confirm({
      title: t.signOutTitle,
      content: t.signOutWaiting(waiting),
      okText: t.signOut,
      cancelText: t.cancel,
      onOk: leave,
    })
  }
  return (
    <button type="button" className="header-button" aria-label={t.signOut} onClick={() => void ask()}>
      <LogoutOutlined aria-hidden /> <span className="header-text">{t.signOut}</span>
    </button>
  )
}
