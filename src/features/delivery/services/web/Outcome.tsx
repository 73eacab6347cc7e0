import { CheckCircleFilled, InfoCircleOutlined } from '@ant-design/icons'

import type { ReactNode } from 'react'

type OutcomeProps = { tone: 'good' | 'warning' | 'neutral'; title: string; note: string; children?: ReactNode }

/** The end of the page: thanks, or why there is nothing to answer. */
export function Outcome({ tone, title, note, children }: OutcomeProps) {
  return (
    <div className={`confirm-outcome is-${tone}`} role="status">
      <span aria-hidden>{tone === 'good' ? <CheckCircleFilled /> : <InfoCircleOutlined />}</span>
      <h2>{title}</h2>
      <p>{note}</p>
      {children ? <p className="ways-on">{children}</p> : null}
    </div>
  )
}
