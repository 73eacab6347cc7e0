import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { adoptPractice, returnPractice } from './decide-practice.ts'
import { submitPractice } from './submit-practice.ts'
import { practicesView } from './views.ts'

export const practiceRoutes = [
  submitPractice,
  adoptPractice,
  returnPractice,
  query(contract.listPractices, ({ params }, { tx, actor }) => practicesView(tx, params.pilotId, actor)),
]
