import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showProvinceView } from './views.ts'

export const provinceRoutes = [
  query(contract.showProvince, ({ search }, { tx, now }) => showProvinceView(tx, search, now)),
]
