export { FindingGroups } from './FindingGroups.tsx'
