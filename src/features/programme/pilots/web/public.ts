export { OwnPilot } from './OwnPilot.tsx'
export { usePilotTabs } from './pilot-tabs.ts'
export { planTones } from './plan-tones.ts'
export { ServicesCounted } from './ServicesCounted.tsx'
