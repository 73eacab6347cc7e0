export { PublishedHere, ReportPublications } from './ReportPublications.tsx'
