import type { Answer, Refused } from '../../database/demo/client.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import type { World } from './world.ts'

type Given = { versionNo?: number; judgment?: unknown; marks?: { section: string; reason: string }[] }

/** 200, or the code of the refusal. */
export const said = ({ status, body }: Answer<Refused>) => (status === 200 ? 200 : body.error.code)

/** What people say on filings, whatever the answer; an opinion with marks sends the filing back. */
export function opinionsIn(world: World) {
  return {
    async opine(by: string, filingId: string, { versionNo = 1, marks = [], judgment }: Given = {}) {
      const verdict = marks.length > 0 ? ('return' as const) : ('approve' as const)
      const body = { verdict, versionNo, marks, ...(judgment ? { judgment } : {}) }
      return (await world.as(by)).call(acts.giveOpinion, { params: { filingId }, body })
    },
    async sign(by: string, filingId: string, versionNo = 1) {
      return (await world.as(by)).call(acts.signOpinion, { params: { filingId }, body: { versionNo } })
    },
    async discard(by: string, filingId: string, reason: string) {
      return (await world.as(by)).call(acts.discardOpinion, { params: { filingId }, body: { reason } })
    },
  }
}
