import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from './language.tsx'
import { RefusalAlert } from './RefusalAlert.tsx'
import { words } from './words.ts'

type ActDialogProps = {
  /** Where the dialog stays mounted while closed; open if left out. */
  open?: boolean
  title: string
  note?: string
  /** The name of the act, on the button; 提交 if left out. */
  okText?: string
  danger?: boolean
  wide?: boolean
  /** Whether what is needed has been typed. */
  ready?: boolean
  /** While it runs the dialog stays and its button waits. */
  running: boolean
  /** What the server refused. */
  error: unknown
  onOk: () => void
  onCancel: () => void
  afterClose?: () => void
  children?: ReactNode
}

/** A form in which somebody acts: what was refused stands above it, what is typed stays. */
export function ActDialog(props: ActDialogProps) {
  const { open = true, title, note, okText, danger = false, wide, ready = true, running, error, children } = props
  const { onOk, onCancel, afterClose } = props
  const t = useWords(words)
  return (
    <Modal
      open={open}
      title={title}
      width={wide ? 760 : 560}
      okText={okText ?? t.submit}
      cancelText={t.cancel}
      okButtonProps={{ danger, disabled: !ready }}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={onOk}
      onCancel={onCancel}
      {...(afterClose ? { afterClose } : {})}
    >
      <RefusalAlert error={error} />
      {note ? <p className="section-note">{note}</p> : null}
      <div className="form">{children}</div>
    </Modal>
  )
}
