import type { Answer, Refused } from '../../database/demo/client.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as contract from '../../src/features/filings/course/contract.ts'
import type { World } from './world.ts'

type Given = { versionNo?: number; judgment?: unknown; marks?: { section: string; reason: string }[] }

/** 200, or the code of the refusal. */
export const said = ({ status, body }: Answer<Refused>) => (status === 200 ? 200 : body.error.code)

/** What waits for this person's seat as they see it now; an id of nothing where nothing does. */
export async function preparedIn({ as }: Pick<World, 'as'>, by: string, filingId: string): Promise<string> {
  const { status, body } = await (await as(by)).call(contract.showFiling, { params: { filingId } })
  return (status === 200 ? body.prepared[0]?.preparedId : undefined) ?? '00000000-0000-4000-8000-000000000000'
}

/** What people say on filings, whatever the answer; an opinion with marks sends the filing back. */
export function opinionsIn(world: World) {
  return {
    async opine(by: string, filingId: string, { versionNo = 1, marks = [], judgment }: Given = {}) {
      const verdict = marks.length > 0 ? ('return' as const) : ('approve' as const)
      const body = { verdict, versionNo, marks, ...(judgment ? { judgment } : {}) }
      return (await world.as(by)).call(acts.giveOpinion, { params: { filingId }, body })
    },
    async sign(by: string, filingId: string, versionNo = 1, read?: string) {
      const preparedId = read ?? (await preparedIn(world, by, filingId))
      return (await world.as(by)).call(acts.signOpinion, { params: { filingId }, body: { versionNo, preparedId } })
    },
    async discard(by: string, filingId: string, reason: string, read?: string) {
      const preparedId = read ?? (await preparedIn(world, by, filingId))
      return (await world.as(by)).call(acts.discardOpinion, { params: { filingId }, body: { preparedId, reason } })
    },
  }
}
