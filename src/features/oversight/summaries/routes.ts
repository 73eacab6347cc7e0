import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { mergeSummariesView } from './views.ts'

export const summaryRoutes = [
  query(contract.mergeSummaries, ({ search }, { tx, actor, now }) => mergeSummariesView(tx, actor, search, now)),
]
