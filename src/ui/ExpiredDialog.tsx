import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from './language.tsx'
import { lostSession } from './lost-session.ts'
import { SignInForm } from './SignInForm.tsx'
import { type Session, useTakeSession } from './session.ts'
import { signInAddress } from './sign-in.ts'
import { signInWords } from './sign-in-words.ts'

/** Asks for the password again over the open page, so that nothing typed is lost; the waiting calls then go on. */
export function ExpiredDialog({ session }: { session: Session }) {
  const t = useWords(signInWords)
  const [open, setOpen] = useState(false)
  const take = useTakeSession(session)
  const form = useRef<HTMLDivElement>(null)
  const answer = useRef<(regained: boolean) => void>(() => {})
  useEffect(
    () =>
      lostSession.handleWith(
        () =>
          new Promise<boolean>((resolve) => {
            answer.current = resolve
            setOpen(true)
          }),
      ),
    [],
  )
  const leave = () => {
    setOpen(false)
    answer.current(false)
    window.location.assign(signInAddress())
  }
  return (
    <Modal
      open={open}
      title={t.signInAgain}
      footer={null}
      onCancel={leave}
      mask={{ closable: false }}
      width={420}
      destroyOnHidden
      // Ant Design would begin at the cross.
      afterOpenChange={(isOpen) =>
        isOpen && form.current?.querySelector<HTMLInputElement>('[name="password"]')?.focus()
      }
    >
      <p>{t.signInAgainHint}</p>
      <div ref={form}>
        <SignInForm
          formerName={session.name}
          onSignedIn={(next) => {
            take(next)
            setOpen(false)
            answer.current(next.accountId === session.accountId)
            if (next.accountId !== session.accountId) window.location.assign('/')
          }}
        />
      </div>
    </Modal>
  )
}
