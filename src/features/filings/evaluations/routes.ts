import { query } from '../../../platform/command.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { adviseOn } from './county-opinions.ts'
import { agreeTo, notRate, takeBack, tellResult } from './draft-result.ts'
import { evaluationWord } from './evaluation-paper.ts'
import { declare, nameExpert, takeSeatBack } from './experts.ts'
import { answerObjection, objectTo } from './objections.ts'
import { openEvaluation, recompute } from './open-evaluation.ts'
import { compareEvaluations } from './overview-contract.ts'
import { comparisonSheets, comparisonWord } from './overview-paper.ts'
import { overviewView } from './overview-views.ts'
import { decideRectification, submitRectification } from './rectifications.ts'
import { scoreAsExpert, scoreFinal, scoreSelf } from './score-item.ts'
import { returnSelf, submitSelf } from './self-evaluation.ts'
import { checkOnSite } from './site-checks.ts'
import { evaluationView, pilotEvaluations } from './views.ts'

export const evaluationRoutes = [
  openEvaluation,
  recompute,
  scoreSelf,
  submitSelf,
  returnSelf,
  nameExpert,
  takeSeatBack,
  declare,
  scoreAsExpert,
  scoreFinal,
  adviseOn,
  tellResult,
  takeBack,
  notRate,
  agreeTo,
  objectTo,
  answerObjection,
  submitRectification,
  decideRectification,
  checkOnSite,
  query(contract.showEvaluation, ({ params }, { tx, actor, now }) =>
    evaluationView(tx, params.evaluationId, actor, now),
  ),
  evaluationWord,
  comparisonWord,
  comparisonSheets,
  query(compareEvaluations, ({ search }, { tx, now }) => overviewView(tx, search, dayOf(now))),
  query(contract.listPilotEvaluations, ({ params }, { tx, actor }) => pilotEvaluations(tx, params.pilotId, actor)),
  query(contract.listExperts, async (_, { tx, actor }) => ({
    experts: await tx
      .selectFrom('accounts')
      .select(['id as accountId', 'name'])
      .where('unitId', '=', actor.unitId)
      .where('post', '=', 'expert')
      .where('disabledAt', 'is', null)
      .orderBy('name')
      .execute(),
  })),
]
