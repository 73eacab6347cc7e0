export { MovedDays } from './MovedDays.tsx'
