export { issuedAs, issuedFoot, notIssued } from './handed-out.ts'
export { issuing, type PaperAfter, type SubjectPaper } from './issue.ts'
export { type BureauNames, bureauName, dayText, fileNameOf, ordinal, type PaperTexts, paperTexts } from './texts.ts'
