import type { Text } from '../../shared/words.ts'
import { filingKinds } from './filing-kinds.ts'

/** Everything that is issued as an official paper, by what it is called. */
export const paperKinds: Readonly<Record<string, Text>> = {
  ...filingKinds,
  tranche: { zh: '资金拨付建议', en: 'Recommendation of a tranche' },
  minutes: { zh: '会商纪要', en: 'Minutes of a consultation' },
  notice: { zh: '资金拨付公示', en: 'Public notice of a tranche' },
}
