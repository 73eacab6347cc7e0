import type { ReactNode } from 'react'
import { leastWords, saysSomething } from '../shared/clean.ts'
import { ActDialog } from './ActDialog.tsx'
import { Field } from './Field.tsx'
import { useWords } from './language.tsx'
import type { MissingIn } from './missing.tsx'
import { ProseInput } from './ProseInput.tsx'
import type { TypedStore } from './typed-texts.tsx'
import type { KeptReason } from './use-reason.ts'
import { words } from './words.ts'

type ConfirmDialogProps = {
  open: boolean
  title: string
  /** What will happen. */
  children?: ReactNode
  /** The name of the act, on the button; 确定 if left out. */
  okText?: string
  danger?: boolean
  /** Of `useReason`: asks for a reason. */
  reason?: KeptReason
  reasonLabel?: string
  /** What is asked for is a number or a word, and need not say why. */
  isNoReason?: boolean
  /** The reason may be left out. */
  isReasonOptional?: boolean
  /** Of `useKept`, where fields stand among the children. */
  typed?: TypedStore
  /** What else is still to be filled in. */
  missing?: MissingIn
  /** While it runs the dialog stays and its button waits. */
  running?: boolean
  /** What the server refused; shown in the dialog. */
  error?: unknown
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** Asks before an act, with a reason where one is needed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, okText, danger, reason, reasonLabel, missing = [], running, error } = props
  const { isReasonOptional = false, isNoReason = false, typed, onConfirm, onCancel } = props
  const t = useWords(words)
  const store = typed ?? reason?.typed
  const text = reason?.text.trim() ?? ''
  const asked = reason !== undefined && !isReasonOptional
  const label = reasonLabel ?? t.reason
  const isVague = isNoReason ? text === '' : !saysSomething(text)
  return (
    <ActDialog
      open={open}
      title={title}
      okText={okText ?? t.confirm}
      danger={danger ?? false}
      running={running ?? false}
      error={error}
      {...(store ? { typed: store } : {})}
      missing={[
        ...missing,
        asked &&
          isVague && {
            field: 'reason',
            label,
            says: text === '' ? t.fillInThe(label) : t.saysNothing(leastWords),
          },
      ]}
      onCancel={onCancel}
      afterClose={() => reason?.reread()}
      onOk={() => onConfirm(text)}
    >
      {children}
      {reason ? (
        <Field
          label={label}
          name="reason"
          required={asked}
          hint={asked && !isNoReason ? t.reasonHint(leastWords) : undefined}
        >
          {(bind) => (
            <ProseInput {...bind} value={reason.text} rows={3} most={1000} showCount onChange={reason.write} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
