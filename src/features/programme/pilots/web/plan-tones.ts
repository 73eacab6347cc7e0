import type { Tone } from '../../../../ui/Values.tsx'
import type { PilotView } from '../contract.ts'

export const planTones: Readonly<Record<PilotView['planState'], Tone>> = {
  draft: 'neutral',
  submitted: 'active',
  returned: 'warning',
  approved: 'good',
  recorded: 'good',
}
