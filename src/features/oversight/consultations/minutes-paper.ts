import { type Acting, download } from '../../../platform/command.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import { consultationWays } from '../../../policy/oversight/consultations.ts'
import { minutesFields } from '../../../policy/oversight/minutes-fields.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import {
  asWord,
  dayText,
  issuedAs,
  notIssued,
  ordinal,
  type PaperTexts,
  paperTexts,
  type SubjectPaper,
} from '../../programme/papers/public.ts'
import * as contract from './contract.ts'
import { paperWords } from './paper-words.ts'
import { showConsultationView } from './views.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

/** The minutes as they were issued. */
export const minutesWord = download(contract.minutesWord, async ({ params, search }, { tx, site, actor, now }) => {
  const { consultationId: subject } = params
  const said = saying(search.language)
  const minutes = await showConsultationView(tx, subject, actor, now)
  const issued = await issuedAs(tx, site, { subject, versionNo: null }, said)
  return asWord(issued ?? notIssued(drawMinutes(minutes, said), null, said))
})

/** The minutes as they were recorded, with what was added below them; what became of the decisions is no part of them (G5.1). */
export async function minutesPaper(acting: Acting, subject: string): Promise<SubjectPaper[]> {
  const { tx, now } = acting
  const { scope } = await tx
    .selectFrom('consultations')
    .select('scope')
    .where('id', '=', subject)
    .executeTakeFirstOrThrow()
  const minutes = await showConsultationView(tx, subject, acting.actor, now)
  const content = { zh: drawMinutes(minutes, saying('zh')), en: drawMinutes(minutes, saying('en')) }
  return [{ subject, kind: 'minutes', scope, unitName: minutes.unitName, period: '', versionNo: null, content }]
}

function saying(language: Language): Said {
  return { ...speak(paperWords, language), ...paperTexts(language) }
}

type Minutes = contract.ConsultationView
type Part = { readonly name: string; readonly blocks: readonly PaperBlock[] }

function drawMinutes(minutes: Minutes, said: Said): PaperContent {
  const { language } = said
  const { unitName, recordedAt, recordedByName, matters } = minutes
  const parts: Part[] = [
    { name: minutesFields.participants[language], blocks: [participantsOf(minutes, said)] },
    { name: minutesFields.matters[language], blocks: [{ kind: 'text', text: matters }] },
    { name: minutesFields.decisions[language], blocks: [decisionsOf(minutes, said)] },
    ...amendmentsOf(minutes, said),
  ]
  return {
    title: `${said.programme}\n${said.minutesTitle(unitName)}`,
    subtitle: null,
    lie: 'portrait',
    blocks: [
      factsOf(minutes, said),
      ...parts.flatMap(({ name, blocks }, at): PaperBlock[] => [
        { kind: 'heading', level: 1, text: said.heading(ordinal(at + 1, said), name) },
        ...blocks,
      ]),
      { kind: 'hands', texts: [said.recorder(recordedByName)] },
      { kind: 'signed', units: [unitName], on: dayText(dayOf(new Date(recordedAt)), said) },
    ],
    page: said.page,
    signatures: [],
  }
}

function factsOf({ topic, heldOn, way, place, batchName }: Minutes, said: Said): PaperBlock {
  const { language } = said
  return {
    kind: 'facts',
    perLine: 1,
    pairs: [
      [minutesFields.topic[language], topic],
      [minutesFields.heldOn[language], dayText(heldOn, said)],
      [minutesFields.way[language], consultationWays[way][language]],
      [minutesFields.place[language], place || said.none],
      [said.batch, batchName],
    ],
  }
}

function participantsOf({ participants }: Minutes, said: Said): PaperTable {
  const { language } = said
  return {
    kind: 'table',
    name: minutesFields.participants[language],
    columns: [
      { title: said.no, width: 6, kind: 'text', align: 'center' },
      { title: minutesFields.unit[language], width: 34, kind: 'text' },
      // Whoever holds the paper compares names, and is told none that they do not know.
      { title: minutesFields.person[language], width: 34, kind: 'text', told: 'in-part' },
    ],
    rows: participants.map(({ unitName, person }, at) => [String(at + 1), unitName, person]),
  }
}

function decisionsOf({ decisions }: Minutes, said: Said): PaperBlock {
  const { language } = said
  if (decisions.length === 0) return { kind: 'text', text: said.none }
  return {
    kind: 'table',
    name: minutesFields.decisions[language],
    columns: [
      { title: said.no, width: 6, kind: 'text', align: 'center' },
      { title: minutesFields.what[language], width: 36, kind: 'text' },
      { title: said.responsibleUnit, width: 18, kind: 'text' },
      { title: said.post, width: 12, kind: 'text' },
      { title: minutesFields.dueOn[language], width: 13, kind: 'day', align: 'center' },
    ],
    rows: decisions.map(({ no, what, unitName, post, dueOn }) => [String(no), what, unitName, post[language], dueOn]),
  }
}

function amendmentsOf({ amendments }: Minutes, said: Said): Part[] {
  if (amendments.length === 0) return []
  const lines = amendments.map(({ at, byName, amendment }) => said.amended(minuteOf(new Date(at)), byName, amendment))
  return [{ name: said.amendments, blocks: [{ kind: 'text', text: lines.join('\n') }] }]
}
