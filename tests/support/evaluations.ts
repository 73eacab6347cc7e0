import { makePdf } from '../../database/demo/photos.ts'
import * as acts from '../../src/features/filings/evaluations/act-contract.ts'
import * as contract from '../../src/features/filings/evaluations/contract.ts'
import type { World } from './world.ts'

const economy = '嘉善县经信局·经办'

/**
 * The evaluator gives the progress so many points that the whole comes to `total` hundredths, or the next that rescaling
 * allows; returns what it came to.
 */
export async function scoreTo(world: World, evaluationId: string, total: number): Promise<number> {
  const officer = await world.as(economy)
  const params = { evaluationId }
  const view = await officer.done(contract.showEvaluation, { params })
  const items = view.parts.flatMap((part) => part.items)
  const applicable = items.filter(({ final }) => final?.state === 'scored')
  const share = applicable.reduce((sum, { points }) => sum + points, 0) / 10_000
  const missing = Math.ceil((total - (view.totals.final?.total ?? 0)) * share)
  const points = (items.find(({ id }) => id === 'progress')?.final?.points ?? 0) + missing
  const fileId = await officer.upload('核对记录.pdf', makePdf({ title: '核对记录', lines: [String(total)] }))
  const body = { item: 'progress', score: { by: 'points' as const, points }, reason: '补计已完成的服务', fileId }
  await officer.done(acts.scoreFinal, { params, body })
  return (await officer.done(contract.showEvaluation, { params })).totals.final?.total ?? 0
}
