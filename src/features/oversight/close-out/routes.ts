import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { confirmCloseOut, endCloseOut, recordCloseOut } from './decide-close-out.ts'
import { proposeCloseOut } from './propose-close-out.ts'
import { closeOutView } from './views.ts'

export const closeOutRoutes = [
  proposeCloseOut,
  confirmCloseOut,
  recordCloseOut,
  endCloseOut,
  query(contract.showCloseOut, ({ params }, { tx, actor, now }) => closeOutView(tx, params.pilotId, actor, now)),
]
