import type { ReactNode } from 'react'
import { WayIn } from './WayIn.tsx'

type DeadEndProps = {
  /** What is not there, or who may see it. */
  says: string
  hint: string
  /** Another way on, before the way home. */
  children?: ReactNode
}

/** Where an address leads nowhere: what is not there, and the way on — to the inbox, or to sign in. */
export function DeadEnd({ says, hint, children }: DeadEndProps) {
  return (
    <div className="panel empty dead-end" role="alert">
      <p>{says}</p>
      {hint === '' || hint === says ? null : <p className="soft">{hint}</p>}
      <p className="ways-on">
        {children}
        <WayIn />
      </p>
    </div>
  )
}
