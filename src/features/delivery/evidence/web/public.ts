export { FindingCard } from './FindingCard.tsx'
