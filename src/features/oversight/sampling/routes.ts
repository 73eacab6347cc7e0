import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { approveSamplingPlan, withdrawSamplingPlan } from './decide-plan.ts'
import { addToSample, drawSample } from './draw-sample.ts'
import { proposeSamplingPlan } from './propose-plan.ts'
import { samplingFrame, samplingWord } from './sample-papers.ts'
import { listPlansView, parksToSample, showPlanView } from './views.ts'

export const samplingRoutes = [
  proposeSamplingPlan,
  approveSamplingPlan,
  withdrawSamplingPlan,
  drawSample,
  addToSample,
  samplingFrame,
  samplingWord,
  query(contract.listSamplingPlans, ({ search }, { tx, actor }) => listPlansView(tx, search, actor)),
  query(contract.samplingChoices, async (_, { tx }) => ({ batches: await parksToSample(tx) })),
  query(contract.showSamplingPlan, ({ params }, { tx, actor }) => showPlanView(tx, params.planId, actor)),
]
