import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showGuideView } from './views.ts'

export const guideRoutes = [
  query(contract.showGuide, ({ search }, { tx, actor, now }) => showGuideView(tx, actor, search.pilotId, now)),
]
