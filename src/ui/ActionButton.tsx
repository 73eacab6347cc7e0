import { Button, type ButtonProps, Tooltip } from 'antd'
import { type MouseEvent, useId, useState } from 'react'
import type { Text } from '../shared/words.ts'
import { useText, useWords } from './language.tsx'
import { words } from './words.ts'

/** What a view says about something the reader might do. */
export type Action = {
  readonly action: string
  readonly allowed: boolean
  readonly because: Text | null
  readonly clause: string | null
}

type ActionButtonProps = Omit<ButtonProps, 'disabled' | 'onClick'> & {
  /** From the view's `actions`; undefined hides the button. */
  action: Action | undefined
  onClick: () => void
}

/** A button that can be reached even when it may not be used, and then says why, by which clause and who can change it. */
export function ActionButton({ action, onClick, children, ...rest }: ActionButtonProps) {
  const t = useWords(words)
  const say = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  if (!action) return null
  if (action.allowed) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    )
  }
  const reason = [say(action.because) || t.forbidden, action.clause ? t.byClause(action.clause) : '']
    .filter(Boolean)
    .join(' ')
  const tell = (event: MouseEvent) => {
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <Tooltip title={reason} open={open} onOpenChange={setOpen} trigger={['hover', 'focus']}>
        <Button
          {...rest}
          htmlType="button"
          className={`${rest.className ?? ''} not-allowed`}
          aria-disabled="true"
          aria-describedby={id}
          onClick={tell}
        >
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </>
  )
}
