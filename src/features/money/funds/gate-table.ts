import type { PaperTable } from '../../../platform/documents/paper.ts'
import type { TrancheCondition } from '../../../policy/editions/edition-rules.ts'
import { isOut } from '../../../policy/money/tranche-states.ts'
import { addDays } from '../../../shared/dates.ts'
import type { Spoken } from '../../../shared/words.ts'
import { dayText, type PaperTexts } from '../../programme/papers/public.ts'
import type { TrancheView } from './contract.ts'
import type { paperWords } from './paper-words.ts'
import { conditionNames } from './words.ts'

type Said = Spoken<typeof paperWords> & PaperTexts
type Line = { readonly text: string; readonly result: string }

/** The gate of a tranche line by line as it stands on paper: nothing that a day alone changes, so that only an act makes it old (G4.2). */
export function gateTable(tranche: TrancheView, said: Said): PaperTable {
  return {
    kind: 'table',
    name: said.gateList,
    columns: [
      { title: said.no, width: 6, kind: 'text', align: 'center' },
      { title: said.condition, width: 50, kind: 'text' },
      { title: said.clause, width: 10, kind: 'text', align: 'center' },
      { title: said.result, width: 11, kind: 'text', align: 'center' },
    ],
    rows: tranche.conditions.map((one, at) => {
      const { text, result } = lineOf(one, tranche, said)
      return [String(at + 1), text, one.clause, result]
    }),
    notes: tranche.warnings.map(({ text, clause }) => `${text[said.language]} ${clause}`),
  }
}

function lineOf({ condition, text, met }: TrancheView['conditions'][number], tranche: TrancheView, said: Said): Line {
  // It was paid because all of it was met; what comes later is about the next payment.
  if (isOut(tranche)) return { text: conditionNames[condition as TrancheCondition][said.language], result: said.met }
  return condition === 'notice-over' && tranche.notice?.standing
    ? noticeLine(tranche.notice, tranche.notice.standing, said)
    : { text: text[said.language], result: met ? said.met : said.unmet }
}

type Notice = NonNullable<TrancheView['notice']>

/** Until when it is announced, and how many objections wait: the payment is open when the days are over and none does. */
function noticeLine({ former }: Notice, standing: NonNullable<Notice['standing']>, said: Said): Line {
  const { publishedOn, untilOn } = standing
  const open = [standing, ...former].reduce((sum, { openObjections }) => sum + openObjections, 0)
  const from = dayText(publishedOn, said)
  const period = untilOn ? said.noticeUntil(from, dayText(untilOn, said)) : said.noticeFrom(from)
  if (open > 0) return { text: `${period}${said.objectionsOpen(open)}`, result: said.unmet }
  return { text: period, result: untilOn ? said.metFrom(dayText(addDays(untilOn, 1), said)) : said.met }
}
