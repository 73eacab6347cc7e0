import type { OpinionBox, PaperBlock, PaperContent } from '../../../platform/documents/paper.ts'
import { recordersOf, seatsOf } from '../../../policy/filings/filing.ts'
import { type Day, dayOf } from '../../../shared/dates.ts'
import { type Language, type Spoken, speak } from '../../../shared/words.ts'
import { bureauName, dayText, handsOn, type PaperTexts, paperTexts } from '../../programme/papers/public.ts'
import { type Filed, seatName } from './filed.ts'
import { words } from './words.ts'

export type Said = Spoken<typeof words> & PaperTexts

export function saying(language: Language): Said {
  return { ...speak(words, language), ...paperTexts(language) }
}

/** Whose paper it is and what. */
export function titleOf(unit: string, name: string, { language }: Said): string {
  return language === 'zh' ? `${unit}${name}` : `${unit}: ${name}`
}

export function submittedOn({ version }: Filed): Day | null {
  return version && dayOf(version.submittedAt)
}

/** What every paper of a filing has: the number of its pages, and who signs. */
export function frameOf({ row }: Filed, said: Said): Pick<PaperContent, 'page' | 'signatures'> {
  return {
    page: said.page,
    signatures: row.pilotId ? [said.preparer, said.leader, said.phone] : [said.preparer, said.checker, said.leader],
  }
}

/** One box for whoever files, one for every seat that speaks, one for who records it; empty where nobody has yet. */
export function boxesOf(filed: Filed, said: Said, { withFiler = true } = {}): PaperBlock {
  const { rule, version, opinions, county, unit, row, recording } = filed
  const { language } = said
  const filer = row.pilotId ? unit.name : bureauName(county ?? unit, 'economy', language)
  const boxes: OpinionBox[] = []
  if (withFiler) {
    boxes.push({
      title: said.filingBox(filer),
      lines: version ? [said.handedIn(version.submittedByName)] : [],
      seal: said.seal,
      on: dayText(submittedOn(filed), said),
    })
  }
  for (const seat of seatsOf({ rule })) {
    const opinion = opinions.find((one) => one.seat === seat)
    const reasons = opinion?.marks.map((mark) => mark.reason) ?? []
    boxes.push({
      title: said.opinionBox(seatName(county, seat, language)),
      lines: opinion
        ? [
            opinion.verdict === 'approve' ? said.approved : `${said.sentBack}${reasons.join(said.comma)}`,
            handsOn(opinion.accountName, opinion.preparedByName, said),
          ]
        : [],
      seal: said.seal,
      on: dayText(opinion ? dayOf(new Date(opinion.at)) : null, said),
    })
  }
  const [recorder] = recordersOf({ rule })
  if (recorder === 'province-economy' || recorder === 'province-finance') {
    boxes.push({
      title: said.recordBox(seatName(county, recorder, language)),
      lines: recording ? [said.recordNo(recording.no), handsOn(recording.byName, recording.preparedByName, said)] : [],
      seal: said.seal,
      on: dayText(recording ? dayOf(recording.at) : null, said),
    })
  }
  return { kind: 'boxes', boxes }
}

/** Both bureaus of the county sign what the county files, the economy bureau first. */
export function signedByCounty(filed: Filed, said: Said): PaperBlock {
  const county = filed.county ?? filed.unit
  return {
    kind: 'signed',
    units: [bureauName(county, 'economy', said.language), bureauName(county, 'finance', said.language)],
    on: dayText(submittedOn(filed), said),
  }
}
