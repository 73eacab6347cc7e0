import { type Acting, download } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { capitalYuan } from '../../../platform/documents/capitals.ts'
import type { PaperContent } from '../../../platform/documents/paper.ts'
import { formatYuan } from '../../../shared/money.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import {
  asWord,
  bureauName,
  dayText,
  issuedAs,
  notIssued,
  ordinal,
  type PaperTexts,
  paperTexts,
  type SubjectPaper,
} from '../../programme/papers/public.ts'
import { countyOfScope } from '../../programme/units/public.ts'
import * as contract from './contract.ts'
import { noSuchNotice } from './locked-notice.ts'
import { paperWords } from './paper-words.ts'
import { noticeById } from './store.ts'
import { wholeNotice } from './views.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

/** A notice as it was issued, for the board of whoever publishes it. */
export const noticeWord = download(contract.noticeWord, async ({ params, search }, { tx, site }) => {
  const said = saying(search.language)
  const facts = await factsOf(tx, params.noticeId)
  if (!facts) throw noSuchNotice
  const stands = facts.notice.ended === null
  const issued = stands ? await issuedAs(tx, site, { subject: params.noticeId, versionNo: null }, said) : null
  const paper = issued ?? notIssued(drawNotice(facts, said), stands ? null : said.noticeEnded, said)
  return asWord(paper)
})

/** The paper of a notice, until it is taken down or lapses; a last day that moves makes another. */
export async function noticePaper(acting: Acting, noticeId: string): Promise<SubjectPaper[]> {
  const facts = await factsOf(acting.tx, noticeId)
  if (!facts) return []
  const { notice, scope } = facts
  const paper: SubjectPaper = {
    subject: noticeId,
    kind: 'notice',
    scope,
    unitName: notice.parkName,
    period: '',
    versionNo: null,
    content: notice.ended ? null : { zh: drawNotice(facts, saying('zh')), en: drawNotice(facts, saying('en')) },
  }
  return [paper]
}

type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>

async function factsOf(tx: Tx, noticeId: string) {
  const row = await noticeById(tx, noticeId)
  if (!row) return null
  return { scope: row.scope, notice: await wholeNotice(tx, row), county: await countyOfScope(tx, row.scope) }
}

function saying(language: Language): Said {
  return { ...speak(paperWords, language), ...paperTexts(language) }
}

/** Whom, how much, from when to when, who takes objections, and the text as it was published (G4.2, H10). */
function drawNotice({ notice, county }: Facts, said: Said): PaperContent {
  const { parkName, countyName, batchName, trancheNo, amountFen, clause, publishedOn, untilOn, contact, body } = notice
  const from = dayText(publishedOn, said)
  return {
    title: `${said.programme}\n${said.noticeTitle(parkName, ordinal(trancheNo, said))}`,
    subtitle: null,
    lie: 'portrait',
    blocks: [
      {
        kind: 'facts',
        perLine: 2,
        pairs: [
          [said.park, parkName],
          [said.county, countyName],
          [said.noticeBatch, batchName],
          [said.noticeBasis, clause],
          [said.noticeAmount, formatYuan(amountFen)],
          [said.inCapitals, capitalYuan(amountFen)],
          [said.noticePeriod, untilOn ? said.fromUntil(from, dayText(untilOn, said)) : said.untilPaid(from)],
          [said.noticeContact, contact],
        ],
      },
      { kind: 'text', text: body },
      { kind: 'signed', units: [bureauName(county, 'economy', said.language)], on: from },
    ],
    page: said.page,
    signatures: [],
  }
}
