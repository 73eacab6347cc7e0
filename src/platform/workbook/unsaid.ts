import { withoutPersonalNumbers } from '../../shared/uscc.ts'
import type { Remark } from './account.ts'

/** The number of a person is shown nowhere, wherever in a sheet it stands. */
export function unsaidIn(remark: Remark): Remark {
  const { value, zh, en } = remark
  return {
    ...remark,
    value: withoutPersonalNumbers(value),
    zh: withoutPersonalNumbers(zh),
    en: withoutPersonalNumbers(en),
  }
}
