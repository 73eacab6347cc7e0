import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { signedActs } from '../../../../policy/people/signed-acts.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useCommand } from '../../../../ui/api.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useReason } from '../../../../ui/use-reason.ts'
import { discardPrepared, type PreparedView, signPrepared } from '../contract.ts'
import { words } from '../words.ts'

/** `children`: what is signed, said once more before it is. */
type Props = { prepared: PreparedView; onDone?: (() => void) | undefined; children?: ReactNode }

/** The second person signs, or sends it back with a reason; whoever prepared it takes it back with one. */
export function SignButtons({ prepared, onDone, children }: Props) {
  const t = useWords(words)
  const say = useText()
  const me = useMe()
  const { message } = App.useApp()
  const [asked, ask] = useState<'sign' | 'discard' | null>(null)
  const { preparedId, act, actions } = prepared
  const reason = useReason(`prepared-act/${preparedId}/discard`)
  const over = (text: string) => {
    ask(null)
    void message.success(text)
    onDone?.()
  }
  const sign = useCommand(signPrepared, { rereadsIfRefused: true, onDone: () => over(t.signed) })
  const discard = useCommand(discardPrepared, { onDone: reason.sent(() => over(t.discarded)) })
  const isMine = prepared.prepared.name === me.name
  const params = { preparedId }
  return (
    <>
      <ActionButton action={abilityFor(actions, 'discard')} onClick={() => ask('discard')}>
        {isMine ? t.takeBack : t.sendBack}
      </ActionButton>
      <ActionButton type="primary" action={abilityFor(actions, 'sign')} onClick={() => ask('sign')}>
        {t.sign}
      </ActionButton>
      <ConfirmDialog
        open={asked === 'sign'}
        title={t.signTitle(say(signedActs[act]))}
        okText={t.sign}
        running={sign.isPending}
        error={sign.error}
        onConfirm={() => sign.mutate({ params })}
        onCancel={() => {
          ask(null)
          sign.reset()
        }}
      >
        {children}
        <p>{t.signNote}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'discard'}
        title={isMine ? t.takeBackTitle : t.sendBackTitle}
        okText={isMine ? t.takeBack : t.sendBack}
        danger
        reason={reason}
        running={discard.isPending}
        error={discard.error}
        onConfirm={(why) => discard.mutate({ params, body: { reason: why } })}
        onCancel={() => {
          ask(null)
          discard.reset()
        }}
      >
        <p>{t.discardNote}</p>
      </ConfirmDialog>
    </>
  )
}
