export { lapsePublication } from './end-publication.ts'
export { lockResults, movedResults, moveResults, type ResultsMove, resultsTitle } from './moved-results.ts'
export { publishedOf, publishedReports, unpublishedReports } from './reports.ts'
