import type { FieldFile } from '../../../programme/files/web/public.ts'
import type { ScoreInput } from '../act-contract.ts'
import type { CellView, ItemView } from '../contract.ts'

/** A score as it is being written; points as they are read (`46.5`). */
export type ScoreForm = {
  points: number | null
  elements: string[]
  band: string
  percent: number | null
  counts: Record<string, number | null>
  dropped: boolean
  reason: string
  files: FieldFile[]
}

/** What stands in the column already, or what the records come to. */
export function scoreForm(item: ItemView, cell: CellView | null): ScoreForm {
  const given = cell?.given?.score as ScoreInput | undefined
  const points = cell?.points ?? item.computed.points
  const [first] = item.judged?.by === 'band' ? item.judged.bands : []
  return {
    points: points === null ? null : points / 100,
    elements: given?.by === 'elements' ? [...given.elements] : [],
    band: given?.by === 'band' ? given.band : (first?.id ?? ''),
    percent: given?.by === 'band' ? given.percent : null,
    counts: given?.by === 'counts' ? { ...given.counts } : {},
    dropped: given?.by === 'nothing',
    reason: cell?.given?.reason ?? '',
    files: [],
  }
}

/** As it is sent. A figure that is missing is sent as one that no item takes, so that its rule says so. */
export function scoreOf({ judged }: ItemView, form: ScoreForm): ScoreInput {
  if (form.dropped) return { by: 'nothing' }
  if (judged?.by === 'elements') return { by: 'elements', elements: form.elements }
  if (judged?.by === 'band') return { by: 'band', band: form.band, percent: form.percent ?? -1 }
  if (judged?.by === 'counts')
    return { by: 'counts', counts: Object.fromEntries(Object.entries(form.counts).map(([id, n]) => [id, n ?? 0])) }
  return { by: 'points', points: form.points === null ? -1 : Math.round(form.points * 100) }
}
