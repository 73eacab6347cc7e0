import { Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { useWords } from './language.tsx'
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
  /** While it runs the dialog stays and its button waits. */
  running?: boolean
  /** What the server refused; shown in the dialog. */
  error?: unknown
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** Asks before an act, with a reason where one is needed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, okText, danger, reason, reasonLabel, running, error, onConfirm, onCancel } = props
  const t = useWords(words)
  const id = useId()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = reason === 'required' && text.trim() === ''
  return (
    <ActDialog
      open={open}
      title={title}
      okText={okText ?? t.confirm}
      danger={danger ?? false}
      running={running ?? false}
      error={error}
      onCancel={onCancel}
      afterClose={() => {
        setText('')
        setAsked(false)
      }}
      onOk={() => {
        setAsked(true)
        if (!missing) onConfirm(text.trim())
      }}
    >
      {children}
      {reason ? (
        <div className="field">
          <label htmlFor={id}>
            {reasonLabel ?? t.reason}
            {reason === 'required' ? <span className="required"> *</span> : null}
          </label>
          <Input.TextArea
            id={id}
            value={text}
            rows={3}
            maxLength={1000}
            showCount
            status={asked && missing ? 'error' : undefined}
            aria-describedby={asked && missing ? `${id}-missing` : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          {asked && missing ? (
            <div id={`${id}-missing`} role="alert" className="field-error">
              {t.reasonRequired}
            </div>
          ) : null}
        </div>
      ) : null}
    </ActDialog>
  )
}
