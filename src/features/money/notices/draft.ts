import { isPost, posts } from '../../../policy/people/roles.ts'
import { type Fen, formatYuan } from '../../../shared/money.ts'
import { type BureauNames, bureauName } from '../../programme/papers/public.ts'
import { draftWords } from './words.ts'

/** The text of a notice as it is usually written; the officer finishes it. Published in Chinese, whoever drafts it. */
export function draftOf(given: {
  readonly batchName: string
  readonly countyName: string
  readonly parkName: string
  readonly editionName: string
  readonly no: number
  readonly amountFen: Fen
  /** Whether the display has a last day, which the text leaves to the line beside it. */
  readonly hasEnd: boolean
  readonly contact: string
}): string {
  const { hasEnd, contact } = given
  const basis = draftWords.basis.zh(given.editionName, given.countyName)
  const sum = draftWords.sum.zh(given.batchName, given.parkName, given.no, formatYuan(given.amountFen))
  const silence = hasEnd ? [draftWords.silence.zh] : []
  return [`${basis}${sum}`, ...silence, draftWords.objections.zh(contact)].join('\n')
}

/** Which post takes objections: of the bureau that publishes, and no account's name. */
export function postThatTakes(county: BureauNames | null, post: string): string {
  const bureau = bureauName(county, 'economy', 'zh')
  return isPost(post) ? `${bureau}（${posts[post].zh}）` : bureau
}
