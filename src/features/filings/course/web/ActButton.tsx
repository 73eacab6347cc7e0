import { App, type ButtonProps } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Ability } from '../../../../shared/route.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { asApiError } from '../../../../ui/api-error.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import type { MissingIn } from '../../../../ui/missing.tsx'
import type { TypedStore } from '../../../../ui/typed-texts.tsx'
import type { KeptReason } from '../../../../ui/use-reason.ts'
import { StaleNotice } from './StaleNotice.tsx'

type ActButtonProps<Args, Reply> = {
  ability: Ability | undefined
  text: string
  look?: Pick<ButtonProps, 'type' | 'danger' | 'icon'>
  /** Of the dialog that asks before the act. */
  title: string
  /** On the dialog's button; the text of the button if left out. */
  okText?: string
  reason?: KeptReason
  reasonLabel?: string
  isReasonOptional?: boolean
  /** Of `useKept`, where fields stand among the children. */
  typed?: TypedStore
  missing?: MissingIn
  command: {
    readonly mutateAsync: (args: Args) => Promise<Reply>
    readonly isPending: boolean
    readonly error: unknown
    readonly reset: () => void
  }
  /** What is sent; null while something is missing, so that the dialog stays. */
  send: (reason: string) => Args | null | Promise<Args | null>
  /** Said when it is done. */
  done: (reply: Reply) => string
  onOpen?: () => void
  children?: ReactNode
}

/** An act on a filing: a button that says why not, a dialog that asks first, and what is said when it is done. */
export function ActButton<Args, Reply>(props: ActButtonProps<Args, Reply>) {
  const { ability, text, look, title, okText, reason, reasonLabel, isReasonOptional, typed, missing } = props
  const { command, send, done, onOpen, children } = props
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [preparing, setPreparing] = useState(false)

  async function confirm(why: string) {
    setPreparing(true)
    const args = await Promise.resolve(send(why)).finally(() => setPreparing(false))
    if (args === null) return
    // A refusal stands in the dialog, which then stays open.
    const reply = await command.mutateAsync(args).catch(() => null)
    if (reply === null) return
    reason?.forget()
    setOpen(false)
    void message.success(done(reply))
  }

  return (
    <>
      <ActionButton
        {...look}
        action={ability}
        onClick={() => {
          command.reset()
          onOpen?.()
          setOpen(true)
        }}
      >
        {text}
      </ActionButton>
      <ConfirmDialog
        open={open}
        title={title}
        okText={okText ?? text}
        danger={look?.danger ?? false}
        {...(reason ? { reason } : {})}
        {...(reasonLabel ? { reasonLabel } : {})}
        {...(isReasonOptional ? { isReasonOptional } : {})}
        {...(typed ? { typed } : {})}
        {...(missing ? { missing } : {})}
        running={preparing || command.isPending}
        error={command.error}
        onConfirm={(why) => void confirm(why)}
        onCancel={() => setOpen(false)}
      >
        {command.error && asApiError(command.error).status === 409 ? (
          <StaleNotice
            onRead={() => {
              setOpen(false)
              command.reset()
            }}
          />
        ) : null}
        {children}
      </ConfirmDialog>
    </>
  )
}
