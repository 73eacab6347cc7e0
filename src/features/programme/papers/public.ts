export { asWord, everyPaperOf, issuedAs, issuedFoot, type KeptPaper, notIssued } from './handed-out.ts'
export { issuing, type PapersAfter, type PapersByEvent, type SubjectPaper } from './issue.ts'
export {
  type BureauNames,
  bureauName,
  dayText,
  fileNameOf,
  handsOn,
  ordinal,
  type PaperTexts,
  paperTexts,
} from './texts.ts'
