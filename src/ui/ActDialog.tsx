import { App, Modal } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { FaultsLeft } from './FaultsLeft.tsx'
import { type Ask, OwnFaultsProvider, ownFaults, useFaults } from './faults.ts'
import { flash } from './focus-field.ts'
import { useWords } from './language.tsx'
import { MendedErrors } from './mended.tsx'
import { MarkMissing, type MissingIn, MissingList } from './missing.tsx'
import { RefusalAlert } from './RefusalAlert.tsx'
import { TypedFields, type TypedStore, useTypedStore } from './typed-texts.tsx'
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
  /** Of `useKept`, where the form outlives the dialog; else it asks before what is typed is dropped. */
  typed?: TypedStore
  /** What is still to be filled in. */
  missing?: MissingIn
  /** Why it cannot be sent at all, whatever is typed. */
  blocked?: string | null
  /** While it runs the dialog stays and its button waits. */
  running: boolean
  /** What the server refused. */
  error: unknown
  onOk: () => void
  /** Sends the form all the same, to be asked about and not done, while something in it is missing or is no value. */
  onAsk?: Ask
  onCancel: () => void
  afterClose?: () => void
  children?: ReactNode
}

/** A form in which somebody acts: what was refused stands above it, what is typed stays, what is no value is not sent. */
export function ActDialog(props: ActDialogProps) {
  const {
    open = true,
    title,
    note,
    okText,
    danger = false,
    wide,
    typed,
    missing: given,
    blocked,
    running,
    error,
    children,
  } = props
  const { onOk, onAsk, onCancel, afterClose } = props
  const t = useWords(words)
  const { modal } = App.useApp()
  const own = useTypedStore()
  const area = useRef<HTMLDivElement>(null)
  const touched = useRef(false)
  const { asked, faults, missing, reset, unlessFaulty } = useFaults(area, typed ?? own, given)
  const why = useId()
  useReturnedFocus(open)

  function leave() {
    if (typed || !touched.current) return onCancel()
    modal.confirm({
      title: t.dropTyped,
      content: t.dropTypedHint,
      okText: t.drop,
      okButtonProps: { danger: true },
      cancelText: t.goOnTyping,
      onOk: onCancel,
    })
  }

  return (
    <Modal
      open={open}
      title={title}
      width={wide ? 760 : 560}
      okText={okText ?? t.submit}
      cancelText={t.cancel}
      okButtonProps={{
        danger,
        ...(blocked ? { 'aria-disabled': true, 'aria-describedby': why, className: 'not-allowed' } : {}),
      }}
      footer={(buttons) => (
        <>
          {blocked ? (
            <p id={why} className="why-not">
              {blocked}
            </p>
          ) : (
            <MissingList missing={missing} asked={asked} />
          )}
          {buttons}
        </>
      )}
      confirmLoading={running}
      mask={{ closable: false }}
      focusable={{ focusTriggerAfterClose: false }}
      onOk={() => (blocked ? flash(document.getElementById(why)) : unlessFaulty(onOk, onAsk))}
      onCancel={leave}
      afterClose={() => {
        touched.current = false
        reset()
        afterClose?.()
      }}
    >
      <TypedFields store={typed ?? own}>
        <MendedErrors>
          <OwnFaultsProvider value={ownFaults(faults, asked ? missing : [], t.fillIn)}>
            <RefusalAlert error={error} />
          </OwnFaultsProvider>
          {note ? <p className="section-note">{note}</p> : null}
          <MarkMissing missing={missing} asked={asked}>
            <div
              ref={area}
              className="form"
              onInput={() => {
                touched.current = true
              }}
            >
              {children}
            </div>
          </MarkMissing>
          <FaultsLeft faults={faults} />
        </MendedErrors>
      </TypedFields>
    </Modal>
  )
}

/** Whoever leaves the dialog, by a key too, is where they came from; also where it is taken off the page at once. */
function useReturnedFocus(open: boolean): void {
  const from = useRef<Element | null>(null)
  if (open && from.current === null) from.current = document.activeElement
  useEffect(() => {
    if (!open) return
    return () => {
      const back = from.current
      from.current = null
      // After the dialog has let go of it.
      setTimeout(() => {
        if (back instanceof HTMLElement && back.isConnected) back.focus()
      }, 0)
    }
  }, [open])
}
