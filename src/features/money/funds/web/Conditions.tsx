import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { TrancheView } from '../contract.ts'
import { words } from '../words.ts'
import { Inferred } from './TrancheDetails.tsx'

/** The gates of a tranche, each with its clause and whether it is met. */
export function Conditions({ tranche }: { tranche: TrancheView }) {
  const t = useWords(words)
  const say = useText()
  return (
    <ul className="conditions" aria-label={t.conditions}>
      {tranche.conditions.map(({ condition, text, met, clause, source }) => (
        <li key={condition} className={met ? 'is-met' : 'is-unmet'}>
          {met ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}
          <span>
            <span className="visually-hidden">{met ? t.met : t.unmet} </span>
            {say(text)} <span className="clause">{clause}</span> {source === 'inferred' ? <Inferred /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
