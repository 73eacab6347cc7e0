export { matterKind } from './matter-kind.ts'
export { matterPaper } from './matter-paper.ts'
export { registerUse } from './usage.ts'
