import { Tooltip } from 'antd'
import './returns.css'
import { type EmptyReason, emptyReasons } from '../../../../policy/returns/empty-figure.ts'
import { useText } from '../../../../ui/language.tsx'

/** In place of a figure that is not there: why, in a word, and in full where the pointer rests. */
export function EmptyFigure({ why }: { why: EmptyReason }) {
  const say = useText()
  const { label, text } = emptyReasons[why]
  return (
    <Tooltip title={say(text)}>
      <span className="faint nowrap">{say(label)}</span>
    </Tooltip>
  )
}

/** What the words in place of figures mean, below the table that has them. */
export function EmptyLegend({ reasons }: { reasons: readonly EmptyReason[] }) {
  const say = useText()
  if (reasons.length === 0) return null
  return (
    <dl className="figure-legend soft">
      {reasons.map((reason) => (
        <div key={reason}>
          <dt>{say(emptyReasons[reason].label)}</dt>
          <dd>{say(emptyReasons[reason].text)}</dd>
        </div>
      ))}
    </dl>
  )
}
