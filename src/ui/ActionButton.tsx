import { Button, type ButtonProps } from 'antd'
import type { MouseEvent } from 'react'
import type { Text } from '../shared/words.ts'
import { useReason } from './ButtonRow.tsx'
import { flash } from './focus-field.ts'
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
  /** From the view's `actions`, or `unless(…)`; undefined hides the button. */
  action: Pick<Action, 'allowed' | 'because' | 'clause'> | undefined
  onClick: () => void
}

/** A button that can be reached even when it may not be used; why not, and by which clause, then stands in sight. */
export function ActionButton({ action, onClick, children, ...rest }: ActionButtonProps) {
  const t = useWords(words)
  const say = useText()
  const isRefused = action !== undefined && !action.allowed
  const reason = isRefused
    ? [say(action.because) || t.forbidden, action.clause ? t.byClause(action.clause) : ''].filter(Boolean).join(' ')
    : ''
  const { id, inRow } = useReason(children ?? rest['aria-label'], reason)
  if (!action) return null
  if (!isRefused) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    )
  }
  const tell = (event: MouseEvent) => {
    event.preventDefault()
    flash(document.getElementById(id))
  }
  const button = (
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
  )
  if (inRow) return button
  return (
    <span className="button-why">
      {button}
      <span id={id} className="why-not">
        {reason}
      </span>
    </span>
  )
}
