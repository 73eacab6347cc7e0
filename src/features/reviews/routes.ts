import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { giveOpinion } from './give-opinion.ts'
import { showReviewView } from './views.ts'

export const reviewRoutes = [
  giveOpinion,
  query(contract.showReview, ({ params, search }, { tx, actor }) =>
    showReviewView(tx, params.filingId, search.version, actor),
  ),
]
