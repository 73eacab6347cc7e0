export { boxesOf, frameOf, type Said, signedByCounty, submittedOn, titleOf } from './common.ts'
export type { Filed } from './filed.ts'
export { type DrawPaper, paperRoutes } from './routes.ts'
export { summaryTitle } from './words.ts'
