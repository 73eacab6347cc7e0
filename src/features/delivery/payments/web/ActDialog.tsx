import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'

type ActDialogProps = {
  title: string
  note?: string
  okText: string
  running: boolean
  error: unknown
  onOk: () => void
  onCancel: () => void
  children: ReactNode
}

/** A form in which somebody acts: what was refused stands above it, what is typed stays. */
export function ActDialog({ title, note, okText, running, error, onOk, onCancel, children }: ActDialogProps) {
  return (
    <Modal
      open
      title={title}
      width={720}
      okText={okText}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={onOk}
      onCancel={onCancel}
    >
      <RefusalAlert error={error} />
      {note ? <p className="section-note">{note}</p> : null}
      <div className="form">{children}</div>
    </Modal>
  )
}
