import type { Tx } from '../../../platform/database/connect.ts'
import { docxMediaType, type Paper, type PaperContent } from '../../../platform/documents/paper.ts'
import { minuteOf } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { type IssuedPaper, issuedContent, issuedPaper, type OfSubject } from './issued-store.ts'
import { fileNameOf, type PaperTexts, paperTexts } from './texts.ts'

/** A paper as a Word file, called by its title unless `name` says how. */
export function asWord(paper: Paper, name = fileNameOf(paper)) {
  return { fileName: `${name}.docx`, mediaType: docxMediaType, content: () => inWord(paper) }
}

/** What writes Word is loaded with the first paper. */
async function inWord(paper: Paper): Promise<Buffer> {
  const { writeWord } = await import('../../../platform/documents/word.ts')
  return writeWord(paper)
}

/** A paper as it was issued last, with its code; null where none was. An old one says so at the head of every page. */
export async function issuedAs(
  tx: Tx,
  site: string | null,
  subject: OfSubject,
  said: PaperTexts,
): Promise<Paper | null> {
  const issued = await issuedPaper(tx, subject)
  if (!issued) return null
  const content = await issuedContent(tx, subject.subject, issued.no, said.language)
  const { language } = said
  return { ...content, language, draft: issued.stands ? null : said.noLonger, foot: footOf(issued, site, said) }
}

/** The same foot for a page that is printed, in both languages. */
export async function issuedFoot(tx: Tx, site: string | null, subject: OfSubject): Promise<Text | null> {
  const issued = await issuedPaper(tx, subject)
  if (!issued) return null
  const foot = (said: PaperTexts) => `${issued.stands ? '' : `${said.noLonger}　`}${footOf(issued, site, said)}`
  return { zh: foot(paperTexts('zh')), en: foot(paperTexts('en')) }
}

/** The paper as it stands now, that nobody has issued: it has no code. `draft`: what the head of every page says of it. */
export function notIssued(content: PaperContent, draft: string | null, said: PaperTexts): Paper {
  return { ...content, language: said.language, draft, foot: said.noCode }
}

/** What a paper can be verified by, and where. */
function footOf({ no, versionNo, code, issuedAt }: IssuedPaper, site: string | null, said: PaperTexts): string {
  const version = versionNo === null ? '' : said.versionAt(versionNo)
  return `${version}${said.issuedAs(no, minuteOf(issuedAt), code)}${site ? said.verifyAt(`${site}/verify`) : said.verifyInWords}`
}
