import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showProvinceView } from './views.ts'

export const provinceRoutes = [
  query(contract.showProvince, ({ search }, { tx, actor, now }) => showProvinceView(tx, actor, search, now)),
]
