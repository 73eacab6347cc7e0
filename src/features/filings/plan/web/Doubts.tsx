import type { Doubt } from '../../../../policy/plan/plan-doubts.ts'
import { useText } from '../../../../ui/language.tsx'
import { placed, placeOf } from './gap-places.ts'

/** What looks wrong in the rows while they are typed, each with its place; it may stand. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const say = useText()
  if (doubts.length === 0) return null
  return (
    <ul className="plan-doubts" role="status">
      {doubts.map(({ row, field, text }) => (
        <li key={`${row}.${field}`}>{say(placed(placeOf(`rows.${row}.${field}`), text))}</li>
      ))}
    </ul>
  )
}
