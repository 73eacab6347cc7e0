import { sql } from 'kysely'
import type { Acting } from '../../../platform/command.ts'
import { uuid } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { SubjectPaper } from '../../programme/papers/public.ts'
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

async function papersIn(acting: Acting, place: Place): Promise<SubjectPaper[]> {
  const papers: SubjectPaper[] = []
  for (const { id } of await recommendedIn(acting.tx, place)) papers.push(...(await tranchePaper(acting, id)))
  return papers
}

/** Recommended, and not paid yet: what was done where it lies may have opened or closed its gate (G4.2). */
export async function openTranchePapers(acting: Acting, _: string, scope: string): Promise<SubjectPaper[]> {
  return papersIn(acting, { scope, alsoPaid: false })
}

/** Filings that a gate looks at, or that say what is planned; that stands on the papers of what is paid, too. */
const seenOnPapers: readonly FilingKind[] = ['plan', 'major-matter', 'disbursement-plan']

/** What a filing changed of what the papers of tranches show. */
export async function tranchePapersAfterFiling(
  acting: Acting,
  filingId: string,
  scope: string,
): Promise<SubjectPaper[]> {
  const filing = acting.tx.selectFrom('filings').select('id').where('id', '=', filingId)
  const found = await filing.where('kind', 'in', [...seenOnPapers]).executeTakeFirst()
  return found ? papersIn(acting, { scope, alsoPaid: true }) : []
}
