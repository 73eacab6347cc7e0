import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showLiaisonView } from './views.ts'

export const liaisonRoutes = [
  query(contract.showLiaison, ({ search }, { tx, actor, now }) => showLiaisonView(tx, search, actor, now)),
]
