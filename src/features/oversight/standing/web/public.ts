export { StandingOverview } from './StandingOverview.tsx'
export { StandingService } from './StandingService.tsx'
