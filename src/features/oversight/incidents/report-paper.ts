import { download } from '../../../platform/command.ts'
import type { PaperBlock, PaperContent } from '../../../platform/documents/paper.ts'
import { notFound } from '../../../platform/errors.ts'
import { incidentFields } from '../../../policy/oversight/incident-fields.ts'
import {
  reportChannels,
  reportFieldName,
  reportKinds,
  reportRecipients,
} from '../../../policy/oversight/incident-report.ts'
import { incidentGrades, incidentKinds } from '../../../policy/oversight/incidents.ts'
import { dayOf, minuteOf } from '../../../shared/dates.ts'
import { type Spoken, speak } from '../../../shared/words.ts'
import { asWord, dayText, notIssued, ordinal, type PaperTexts, paperTexts } from '../../programme/papers/public.ts'
import * as contract from './contract.ts'
import { showIncidentView } from './views.ts'
import { paperWords } from './words.ts'

type Said = Spoken<typeof paperWords> & PaperTexts

/** One report with its content as it was reported, for the authority. */
export const reportWord = download(contract.reportWord, async ({ params, search }, { tx, actor, now }) => {
  const said = { ...speak(paperWords, search.language), ...paperTexts(search.language) }
  const incident = await showIncidentView(tx, params.incidentId, actor, now)
  const report = incident.dealings.reports.find(({ reportId }) => reportId === params.reportId)
  if (!report) throw notFound({ zh: '报告', en: 'report' })
  return asWord(notIssued(drawReport(incident, report, said), null, said))
})

function drawReport(
  { noticedAt, what, place, unitName, kind }: contract.IncidentView,
  report: contract.ReportView,
  said: Said,
): PaperContent {
  const { language } = said
  const at = (instant: string) => minuteOf(new Date(instant))
  const facts: [string, string][] = [
    [incidentFields.grade[language], incidentGrades[report.grade][language]],
    [incidentFields.kind[language], kind ? incidentKinds[kind][language] : said.none],
    [incidentFields.noticedAt[language], at(noticedAt)],
    [incidentFields.place[language], place],
    [said.noticedBy, unitName],
    [incidentFields.what[language], what],
    [incidentFields.channel[language], reportChannels[report.channel][language]],
    [incidentFields.reportedAt[language], at(report.reportedAt)],
  ]
  if (report.late) facts.push([incidentFields.lateReason[language], report.lateReason])
  return {
    title: said.reportTitle(reportKinds[report.kind][language]),
    subtitle: null,
    lie: 'portrait',
    blocks: [
      { kind: 'addressee', text: said.addressee(reportRecipients[report.recipient][language]) },
      { kind: 'facts', perLine: 1, pairs: facts },
      ...report.content.flatMap(({ field, text }, index): PaperBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: said.heading(ordinal(index + 1, said), reportFieldName(report.kind, field)[language]),
        },
        { kind: 'text', text },
      ]),
      { kind: 'hands', texts: [said.handedIn(report.recordedByName)] },
      { kind: 'signed', units: [said.operator], on: dayText(dayOf(new Date(report.reportedAt)), said) },
    ],
    page: said.page,
    signatures: [],
  }
}
