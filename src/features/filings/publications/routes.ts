import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { withdrawResults } from './end-publication.ts'
import { publicEvaluation, publicEvaluations } from './public-views.ts'
import { publishResults } from './publish-results.ts'
import { publicationView } from './views.ts'

export const publicationRoutes = [
  publishResults,
  withdrawResults,
  query(contract.showPublication, ({ params }, { tx, actor, now }) => publicationView(tx, params.filingId, actor, now)),
  query(contract.listPublicEvaluations, ({ search }, { tx, now }) =>
    publicEvaluations(tx, search.before === undefined ? null : new Date(search.before), now),
  ),
  query(contract.showPublicEvaluation, ({ params }, { tx, now }) => publicEvaluation(tx, params.publicationId, now)),
]
