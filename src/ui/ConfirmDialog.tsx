import { type ReactNode, useState } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { Field } from './Field.tsx'
import { useWords } from './language.tsx'
import type { MissingIn } from './missing.tsx'
import { ProseInput } from './ProseInput.tsx'
import { words } from './words.ts'

type ConfirmDialogProps = {
  open: boolean
  title: string
  /** What will happen. */
  children?: ReactNode
  /** The name of the act, on the button; 确定 if left out. */
  okText?: string
  danger?: boolean
  /** `required` asks for a reason, `optional` offers one. */
  reason?: 'required' | 'optional'
  reasonLabel?: string
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
  const { onConfirm, onCancel } = props
  const t = useWords(words)
  const [text, setText] = useState('')
  const label = reasonLabel ?? t.reason
  return (
    <ActDialog
      open={open}
      title={title}
      okText={okText ?? t.confirm}
      danger={danger ?? false}
      running={running ?? false}
      error={error}
      missing={[
        ...missing,
        reason === 'required' && text.trim() === '' && { field: 'reason', label, says: t.reasonRequired },
      ]}
      onCancel={onCancel}
      afterClose={() => setText('')}
      onOk={() => onConfirm(text.trim())}
    >
      {children}
      {reason ? (
        <Field label={label} name="reason" required={reason === 'required'}>
          {(bind) => (
            <ProseInput {...bind} value={text} rows={3} most={1000} showCount onChange={(text) => setText(text)} />
          )}
        </Field>
      ) : null}
    </ActDialog>
  )
}
