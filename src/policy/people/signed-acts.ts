import { listed, type Text } from '../../shared/words.ts'
import { type Permission, type Post, permissions, permits, posts, type Seat, seatOf } from './roles.ts'

/** Acts that move money or bind a bureau and may take two persons; opinions do too, and are the filing's (`filings/opinions.ts`). */
export const signedActs = {
  judgment: { zh: '服务开展情况判断', en: 'judgment on the services' },
  recommendation: { zh: '拨付建议', en: 'recommendation of a tranche' },
  release: { zh: '资金拨付', en: 'release of a tranche' },
  reversal: { zh: '拨付冲正', en: 'reversal of a release' },
  recording: { zh: '备案', en: 'recording of a filing' },
  measure: { zh: '处理措施', en: 'measure against a pilot' },
  'measure-confirmation': { zh: '处理措施确认', en: 'confirmation of a measure' },
  'measure-reversal': { zh: '处理措施冲正', en: 'reversal of a measure' },
} as const satisfies Record<string, Text>

export type SignedAct = keyof typeof signedActs
export const signedActList = Object.keys(signedActs) as [SignedAct, ...SignedAct[]]

/** Seats from which each of them is done at all. */
export const seatsOfAct: Readonly<Record<SignedAct, readonly Seat[]>> = {
  judgment: ['county-economy', 'county-finance'],
  recommendation: ['county-economy'],
  release: ['county-finance'],
  reversal: ['county-finance'],
  recording: ['province-economy', 'province-finance'],
  measure: ['county-economy', 'province-economy'],
  'measure-confirmation': ['county-finance', 'province-finance'],
  'measure-reversal': ['county-finance', 'province-finance'],
}

/** What the act itself asks for, which its signer may therefore do too. */
export const permissionOf: Readonly<Record<SignedAct, Permission>> = {
  judgment: 'tranche.judge',
  recommendation: 'tranche.recommend',
  release: 'tranche.release',
  reversal: 'funds.reverse',
  recording: 'filing.record',
  measure: 'measure.decide',
  'measure-confirmation': 'measure.confirm',
  'measure-reversal': 'measure.confirm',
}

/** What a bureau does by one person, whatever it or the edition asks for: none of it pays money or judges. */
const doneByOne: readonly (Text & { readonly permission: Permission })[] = [
  { zh: '撤回拨付建议', en: 'withdraw a recommendation', permission: 'tranche.recommend' },
  ...(
    [
      'notice.publish',
      'notice.answer',
      'tranche.file',
      'filing.reopen',
      'exception.grant',
      'consultation.record',
      'sampling.plan',
      'sampling.approve',
      'practice.decide',
      'contact.set',
      'personal.unmask',
      'confirmation.slip',
      'evaluation.hold',
      'evaluation.advise',
      'evaluation.publish',
      'measure.withdraw',
      'measure.receive',
      'measure.reissue',
      'close-out.propose',
      'close-out.confirm',
      'close-out.record',
      'close-out.end',
      'standing.open',
      'standing.change',
    ] as const
  ).map((permission) => ({ ...permissions[permission], permission })),
]
export const permissionsOfOne: readonly Permission[] = doneByOne.map(({ permission }) => permission)

const opinions: Text = { zh: '审核意见（含核定）', en: 'opinions and acceptances' }

/** Everything a seat decides that may take two persons, in words. */
export function actsOfSeat(seat: Seat): Text {
  return listed([
    opinions,
    ...signedActList.filter((act) => seatsOfAct[act].includes(seat)).map((act) => signedActs[act]),
  ])
}

/** Everything a seat does that never takes two persons, in words. */
export function actsByOne(seat: Seat): Text {
  const ofSeat = (Object.keys(posts) as Post[]).filter(
    (post) => seatOf(posts[post].unitKinds[0], posts[post].bureau) === seat,
  )
  return listed(doneByOne.filter(({ permission }) => ofSeat.some((post) => permits(post, permission))))
}

const ofMeasures: readonly SignedAct[] = ['measure', 'measure-confirmation', 'measure-reversal']

/** Whether an act is about a measure, which goes on after a pilot is closed. */
export function isOfMeasures(act: SignedAct): boolean {
  return ofMeasures.includes(act)
}

/** How what was prepared ends: signed by the second person, sent back by them, taken back by the first, or lapsed with its subject. */
export const preparedEndNames = {
  signed: { zh: '已签发', en: 'signed' },
  'sent-back': { zh: '退回', en: 'sent back' },
  'taken-back': { zh: '撤回', en: 'taken back' },
  lapsed: { zh: '随事项失效', en: 'lapsed with its subject' },
} as const satisfies Record<string, Text>

export type PreparedEnd = keyof typeof preparedEndNames
