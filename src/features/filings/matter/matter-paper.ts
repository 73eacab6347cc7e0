import type { Tx } from '../../../platform/database/connect.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import { indicatorOf } from '../../../policy/editions/edition.ts'
import { changesBetween } from '../../../policy/plan/changes.ts'
import { type MatterReport, matterFieldNames, matterKinds, matterSectionNames } from '../../../policy/plan/matter.ts'
import type { MatterChange } from '../../../policy/plan/matter-change.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import { changeWords } from '../../../policy/plan/plan-change-words.ts'
import { indicatorText } from '../../../policy/plan/plan-tables.ts'
import { dayOf } from '../../../shared/dates.ts'
import { formatYuan } from '../../../shared/money.ts'
import { baselineContent } from '../../programme/baselines/public.ts'
import { bureauName, dayText, ordinal } from '../../programme/papers/public.ts'
import { boxesOf, type Filed, frameOf, type Said, submittedOn, titleOf } from '../papers/public.ts'

/** A major matter: what happened, what it touches, what is asked for, and the change field by field (G5.5). */
export async function matterPaper(tx: Tx, filed: Filed, said: Said): Promise<PaperContent> {
  const { language } = said
  const { unit, county } = filed
  const report = (filed.content.report ?? {}) as Partial<MatterReport>
  const change = filed.content.change as Partial<MatterChange> | undefined
  const changes = await changesOf(tx, filed, change, said)
  const chapter = (no: number, text: string, body: string): PaperBlock[] => [
    { kind: 'heading', level: 1, text: said.heading(ordinal(no, said), text) },
    { kind: 'text', text: body || said.none },
  ]
  const bureaus = [bureauName(county, 'economy', language), bureauName(county, 'finance', language)].join(said.comma)
  return {
    ...frameOf(filed, said),
    title: `${said.programme}\n${titleOf(unit.name, filed.rule[language], said)}`,
    subtitle: null,
    lie: 'portrait',
    blocks: [
      { kind: 'addressee', text: `${bureaus}${said.colon}` },
      factsOf(filed, report, said),
      ...chapter(1, matterFieldNames.course[language], report.course ?? ''),
      ...chapter(2, matterFieldNames.measures[language], report.measures ?? ''),
      ...chapter(3, matterFieldNames.request[language], report.request ?? ''),
      ...(changes
        ? [
            {
              kind: 'heading',
              level: 1,
              text: said.heading(ordinal(4, said), matterSectionNames.change[language]),
            } as const,
            changes,
          ]
        : []),
      { kind: 'signed', units: [unit.name], on: dayText(submittedOn(filed), said) },
      boxesOf(filed, said, { withFiler: false }),
    ],
  }
}

function factsOf({ edition }: Filed, report: Partial<MatterReport>, said: Said): PaperBlock {
  const { language } = said
  const { kind, occurredAt, indicators = [], amountFen } = report
  const happened = occurredAt ? new Date(occurredAt) : null
  const touched = indicators.map((code) => {
    const rule = indicatorOf(edition, code)
    return rule ? indicatorText(rule)[language] : code
  })
  return {
    kind: 'facts',
    perLine: 1,
    pairs: [
      [matterFieldNames.kind[language], kind ? (matterKinds[kind]?.[language] ?? '') : ''],
      [
        matterFieldNames.occurredAt[language],
        happened && !Number.isNaN(happened.getTime()) ? dayText(dayOf(happened), said) : '',
      ],
      [matterFieldNames.indicators[language], touched.join(said.comma) || said.none],
      [matterFieldNames.amountFen[language], typeof amountFen === 'number' ? formatYuan(amountFen) : said.none],
    ],
  }
}

/** The change against the version it was drawn on; null where none is asked for. */
async function changesOf(
  tx: Tx,
  { edition, firstYear }: Filed,
  change: Partial<MatterChange> | undefined,
  said: Said,
): Promise<PaperTable | null> {
  if (!change?.content || !change.basedOn) return null
  const { language } = said
  const was = { edition, firstYear, content: await baselineContent(tx, change.basedOn) }
  const is = { edition, firstYear, content: change.content as PlanContent }
  const rows = changesBetween(was.content, is.content).map((one, at) => {
    const { label, before, after } = changeWords(one, was, is)
    return [String(at + 1), label[language], before[language] || said.none, after[language] || said.none]
  })
  return {
    kind: 'table',
    name: matterSectionNames.change[language],
    columns: [
      { title: said.no, width: 5, kind: 'text', align: 'center' },
      { title: said.changed, width: 28, kind: 'text' },
      { title: said.changeBefore, width: 22, kind: 'text' },
      { title: said.changeAfter, width: 22, kind: 'text' },
    ],
    rows,
    notes: change.inForceFrom ? [said.inForceFrom(dayText(change.inForceFrom, said))] : [],
  }
}
