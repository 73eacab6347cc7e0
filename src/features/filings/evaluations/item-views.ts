import type { z } from 'zod'
import type { EvaluationItem, EvaluationSource } from '../../../policy/editions/evaluation-rules.ts'
import type { FormFacts, ItemFacts } from '../../../policy/evaluation/facts.ts'
import { mostOf, scoreItem } from '../../../policy/evaluation/item-score.ts'
import { exact, hundredthsOf } from '../../../policy/evaluation/rational.ts'
import type { FileRow } from '../../programme/files/public.ts'
import { shownFile } from '../../programme/files/public.ts'
import type { Columns, Given } from './columns.ts'
import type { evaluationShape } from './contract.ts'
import type { ScoreRow } from './store.ts'

type View = z.input<typeof evaluationShape>
type ItemView = View['parts'][number]['items'][number]
type CellView = ItemView['computed']

/** Where the records of a source are read, within a pilot; null where there is no page of them. */
const places: Readonly<Record<EvaluationSource, string | null>> = {
  targets: 'returns',
  mechanism: 'plan',
  'enterprises-diagnosed': 'enterprises',
  'spot-checks': null,
  'late-filings': 'returns',
  'money-spent': 'money',
  'earmarked-use': 'payments',
  'late-publication': 'money',
}

/** `sees…`: whether experts and final scores are shown yet, and whether the pages of the pilot are the reader's to open. */
export type Looking = {
  readonly columns: Columns
  readonly given: Given
  readonly files: ReadonlyMap<string, FileRow>
  readonly pilotId: string
  readonly seesExperts: boolean
  readonly seesFinal: boolean
  readonly seesRecords: boolean
}

export function itemView(item: EvaluationItem, looking: Looking): ItemView {
  const { columns, given, pilotId, seesExperts, seesFinal, seesRecords } = looking
  const { id, zh, en, counts, clause, mayDrop, from } = item
  const place = from === null || !seesRecords ? null : places[from]
  const cell = (facts: FormFacts, own: ScoreRow | undefined) => cellOf(item, facts.items[id], own, looking)
  return {
    id,
    name: { zh, en },
    counts,
    clause,
    points: hundredthsOf(exact(item.points)),
    most: mostOf(item),
    mayDrop,
    judged: judgedBy(item),
    href: place === null ? null : `/pilots/${pilotId}/${place}`,
    computed: cell(columns.computed, undefined),
    self: cell(columns.self, given.self.get(id)),
    expert: seesExperts ? cell(columns.expert, undefined) : null,
    final: seesFinal ? cell(columns.final, given.final.get(id)) : null,
    experts: seesExperts
      ? [...given.experts.values()].flatMap((own) => {
          const score = own.get(id)
          return score ? [cellOf(item, score.facts, score, looking)] : []
        })
      : [],
  }
}

function cellOf(
  item: EvaluationItem,
  facts: ItemFacts | undefined,
  own: ScoreRow | undefined,
  { files }: Looking,
): CellView {
  const { scored, state, sum, lines, cases } = scoreItem(item, facts)
  const file = own?.fileId ? files.get(own.fileId) : undefined
  return {
    points: scored,
    state,
    sum,
    lines: [...lines],
    cases: cases.map(({ zh, en }) => ({ zh, en })),
    given: own
      ? {
          by: own.givenByName,
          at: own.givenAt.toISOString(),
          reason: own.reason,
          file: file ? shownFile(file) : null,
          score: scoreOf(own.facts),
          counts: own.counts,
        }
      : null,
  }
}

/** The facts as they were given, for whoever gives them again. */
function scoreOf(facts: ItemFacts) {
  switch (facts.kind) {
    case 'given':
      return { by: 'points', points: facts.points }
    case 'checklist':
      return { by: 'elements', elements: Object.keys(facts.proofs).filter((id) => (facts.proofs[id] ?? 0) > 0) }
    case 'judged':
      return { by: 'band', band: facts.band, percent: facts.percent }
    case 'accumulate':
      return { by: 'counts', counts: facts.counts }
    default:
      return { by: 'nothing' }
  }
}

function judgedBy({ from, primitive }: EvaluationItem): ItemView['judged'] {
  if (from !== null) return null
  if (primitive.kind === 'checklist')
    return { by: 'elements', elements: primitive.elements.map((one) => ({ ...one, points: one.points * 100 })) }
  if (primitive.kind === 'judged') return { by: 'band', bands: [...primitive.bands] }
  if (primitive.kind === 'accumulate')
    return { by: 'counts', sources: primitive.sources.map(({ id, zh, en }) => ({ id, zh, en })) }
  return null
}
