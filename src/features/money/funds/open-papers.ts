import { sql } from 'kysely'
import { uuid } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { PapersAfter, SubjectPaper } from '../../programme/papers/public.ts'
import { tranchePaper } from './tranche-paper.ts'

type Place = { readonly scope: string; readonly alsoPaid: boolean }

const recommendedIn = statement(
  { id: uuid },
  ({ scope, alsoPaid }: Place) => sql`
    select id from tranches
     where (state = 'recommended' or (${alsoPaid} and state <> 'waiting'))
       and (starts_with(scope, ${scope}) or starts_with(${scope}, scope))
     order by id`,
  [{ scope: '33/', alsoPaid: true }],
)

async function papersIn(acting: Parameters<PapersAfter>[0], place: Place): Promise<SubjectPaper[]> {
  const papers: SubjectPaper[] = []
  for (const { id } of await recommendedIn(acting.tx, place)) papers.push(...(await tranchePaper(acting, id)))
  return papers
}

/** Recommended, and not paid yet: what was done where it lies may have opened or closed its gate (G4.2). */
export const openTranchePapers: PapersAfter = (acting, _, scope) => papersIn(acting, { scope, alsoPaid: false })

/** Filings that a gate looks at, or that say what is planned; that stands on the papers of what is paid, too. */
const seenOnPapers: readonly FilingKind[] = ['plan', 'major-matter', 'disbursement-plan']

export const tranchePapersAfterFiling: PapersAfter = async (acting, filingId, scope) => {
  const filing = acting.tx.selectFrom('filings').select('id').where('id', '=', filingId)
  const found = await filing.where('kind', 'in', [...seenOnPapers]).executeTakeFirst()
  return found ? papersIn(acting, { scope, alsoPaid: true }) : []
}
