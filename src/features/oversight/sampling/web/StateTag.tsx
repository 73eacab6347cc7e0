import { type SamplingState, samplingStates } from '../../../../policy/oversight/sampling-plans.ts'
import { useText } from '../../../../ui/language.tsx'
import { StatusTag, type Tone } from '../../../../ui/Values.tsx'

const tones: Readonly<Record<SamplingState, Tone>> = {
  proposed: 'active',
  approved: 'active',
  drawn: 'good',
  withdrawn: 'neutral',
}

export function StateTag({ state }: { state: SamplingState }) {
  const say = useText()
  return <StatusTag tone={tones[state]}>{say(samplingStates[state])}</StatusTag>
}
