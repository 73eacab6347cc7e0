import type { Tx } from '../../../platform/database/connect.ts'
import { docxMediaType, type Paper, type PaperContent } from '../../../platform/documents/paper.ts'
import { verifyCode } from '../../../policy/filings/verify-code.ts'
import { minuteOf } from '../../../shared/dates.ts'
import type { Text } from '../../../shared/words.ts'
import { hashOf } from './issue.ts'
import {
  type InLanguages,
  type IssuedPaper,
  issuedContent,
  issuedPaper,
  type OfSubject,
  papersIssued,
} from './issued-store.ts'
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

/** A paper as it was issued, and whether it still has the content that its hash was made of. */
export type KeptPaper = {
  readonly subject: string
  readonly no: number
  readonly issuedAt: Date
  readonly paper: Paper
  readonly isGenuine: boolean
}

/** Every paper that was ever issued about these subjects, in Chinese, each with its code. */
export async function everyPaperOf(tx: Tx, site: string | null, subjects: readonly string[]): Promise<KeptPaper[]> {
  if (subjects.length === 0) return []
  const said = paperTexts('zh')
  const rows = await papersIssued(tx, subjects)
  const last = new Map(rows.map(({ subject, no }) => [subject, no]))
  return rows.flatMap((row) => {
    const { subject, no, versionNo, issuedAt, hash } = row
    // The one before was taken back.
    if (hash === null) return []
    const content = row.content as InLanguages<PaperContent>
    const stands = last.get(subject) === no
    const foot = footOf({ no, versionNo, code: verifyCode(hash), issuedAt, stands }, site, said)
    const paper = { ...content.zh, language: said.language, draft: stands ? null : said.noLonger, foot }
    return { subject, no, issuedAt, paper, isGenuine: hashOf(row, no, content) === hash }
  })
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
