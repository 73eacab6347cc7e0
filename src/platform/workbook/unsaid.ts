import { cleanCode } from '../../shared/clean.ts'
import { isPersonalNumber } from '../../shared/uscc.ts'
import type { Remark } from './account.ts'

const eighteen = /(?<![\dA-Z])\d(?:[\s-]?\d){16}[\s-]?[\dX](?![\dA-Z])/gi

/** The number of a person is shown nowhere, wherever in a sheet it stands. */
export function withoutPersonalNumbers(remark: Remark): Remark {
  const [value, zh, en] = [remark.value, remark.zh, remark.en].map((text) =>
    text.replace(eighteen, (number) => (isPersonalNumber(cleanCode(number)) ? '******' : number)),
  )
  return { ...remark, value: value ?? '', zh: zh ?? '', en: en ?? '' }
}
