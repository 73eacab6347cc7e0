import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { correctEntry } from './correct-entry.ts'
import { enterInRegister } from './enter-in-register.ts'
import { importEntries, markEntries, previewEntries, registerTemplate } from './import-entries.ts'
import { registersView, registerView } from './views.ts'
import { withdrawEntry } from './withdraw-entry.ts'

export const registerRoutes = [
  enterInRegister,
  correctEntry,
  withdrawEntry,
  registerTemplate,
  previewEntries,
  importEntries,
  markEntries,
  query(contract.listRegisters, (_, { tx, actor }) => registersView(tx, actor)),
  query(contract.showRegister, ({ params }, { tx, actor }) => registerView(tx, params.enterpriseId, actor)),
]
