import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { actWords } from './act-words.ts'

type ActDialogProps = {
  title: string
  note?: string
  okText?: string
  running: boolean
  error: unknown
  wide?: boolean
  /** Whether what is needed has been typed. */
  ready?: boolean
  onOk: () => void
  onCancel: () => void
  children: ReactNode
}

/** A form in which somebody acts: what was refused stands above it, what is typed stays. */
export function ActDialog(props: ActDialogProps) {
  const t = useWords(actWords)
  const { title, note, okText, running, error, wide, ready = true, onOk, onCancel, children } = props
  return (
    <Modal
      open
      title={title}
      width={wide ? 760 : 560}
      okText={okText ?? t.save}
      confirmLoading={running}
      okButtonProps={{ disabled: !ready }}
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
