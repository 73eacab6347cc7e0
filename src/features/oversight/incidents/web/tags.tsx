import {
  type IncidentGrade,
  type IncidentState,
  incidentGrades,
  incidentStates,
} from '../../../../policy/oversight/incidents.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'
import './incidents.css'

const stateTones: Readonly<Record<IncidentState, Tone>> = {
  noticed: 'bad',
  assessed: 'active',
  ended: 'warning',
  'summed-up': 'good',
  dismissed: 'neutral',
}
const gradeTones: Readonly<Record<IncidentGrade, Tone>> = {
  ordinary: 'neutral',
  larger: 'warning',
  major: 'bad',
  severe: 'bad',
}

export function StateTag({ state }: { state: IncidentState }) {
  const say = useText()
  return <StatusTag tone={stateTones[state]}>{say(incidentStates[state])}</StatusTag>
}

export function GradeTag({ grade }: { grade: IncidentGrade | null }) {
  const t = useWords(words)
  const say = useText()
  if (grade === null) return <span className="faint">{t.undecided}</span>
  return <StatusTag tone={gradeTones[grade]}>{say(incidentGrades[grade])}</StatusTag>
}
