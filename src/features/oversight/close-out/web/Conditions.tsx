import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type ConditionStanding, conditionStandings } from '../../../../policy/oversight/close-out-conditions.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { CloseOutPage } from '../contract.ts'
import { words } from '../words.ts'

const icons: Readonly<Record<ConditionStanding, ReactNode>> = {
  met: <CheckCircleFilled aria-hidden />,
  open: <CloseCircleFilled aria-hidden />,
  'not-asked': <MinusCircleOutlined aria-hidden />,
}

/** The conditions of closing a pilot, each with its clause, whether it is met, and what is still open with the way there. */
export function Conditions({ conditions }: Pick<CloseOutPage, 'conditions'>) {
  const t = useWords(words)
  const say = useText()
  return (
    <ul className="close-out-conditions" aria-label={t.conditions}>
      {conditions.map(({ id, standing, clause, open, openInAll, ...name }) => (
        <li key={id} className={`is-${standing}`}>
          {icons[standing]}
          <div>
            {say(name)} <span className="clause">{clause}</span>{' '}
            <span className="soft">{say(conditionStandings[standing])}</span>
            {open.length > 0 ? (
              <ul className="close-out-open">
                {open.map((item) => (
                  <li key={`${item.zh} ${item.href}`}>
                    {item.href ? <AppLink to={item.href}>{say(item)}</AppLink> : say(item)}
                  </li>
                ))}
                {openInAll > open.length ? <li className="soft">{t.more(openInAll - open.length)}</li> : null}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
