import { query } from '../../../platform/command.ts'
import { changeLists } from './change-lists.ts'
import * as contract from './contract.ts'
import { openStanding } from './open-standing.ts'
import { listStandingView, showListsView, showStandingView } from './views.ts'

export const standingRoutes = [
  openStanding,
  changeLists,
  query(contract.listStanding, ({ search }, { tx, actor }) => listStandingView(tx, actor, search)),
  query(contract.showStanding, ({ params }, { tx, actor }) => showStandingView(tx, actor, params.parkId)),
  query(contract.showLists, ({ params }, { tx, actor }) => showListsView(tx, actor, params.pilotId)),
]
