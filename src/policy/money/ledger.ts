import { type Fen, formatYuan, isFen, sumFen } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { both, refuse } from '../guide/refuse.ts'

type AccountRow = Text & { readonly perLine: boolean; readonly mayBeNegative: boolean }

/** The accounts of a pilot's provincial money (G3.6), in three circles: where it is, what fund lines allow, what was asked back (G5.3). */
export const accountKinds = {
  grant: { zh: '激励资金来源', en: 'grant', perLine: false, mayBeNegative: true },
  undisbursed: { zh: '待拨付资金', en: 'money not yet disbursed', perLine: false, mayBeNegative: false },
  'in-transit': { zh: '在途资金', en: 'money in transit', perLine: false, mayBeNegative: false },
  cash: { zh: '账户资金', en: 'cash', perLine: false, mayBeNegative: false },
  payable: { zh: '待支付款', en: 'payments approved', perLine: false, mayBeNegative: false },
  expenditure: { zh: '已支出', en: 'expenditure', perLine: false, mayBeNegative: false },
  deducted: { zh: '已扣减', en: 'deducted', perLine: false, mayBeNegative: false },
  'own-money': { zh: '园区自有资金', en: "the park's own money", perLine: false, mayBeNegative: true },
  recovered: { zh: '已收回', en: 'recovered', perLine: false, mayBeNegative: false },
  reissued: { zh: '收回后再安排', en: 're-issued after recovery', perLine: false, mayBeNegative: false },
  'claim-source': { zh: '应收回来源', en: 'claims', perLine: false, mayBeNegative: true },
  claimed: { zh: '应收回未缴', en: 'claimed, not paid yet', perLine: false, mayBeNegative: false },
  budget: { zh: '预算来源', en: 'budget', perLine: false, mayBeNegative: true },
  'line-available': { zh: '用途可用额', en: 'fund line available', perLine: true, mayBeNegative: false },
  'line-committed': { zh: '用途已签约额', en: 'fund line committed', perLine: true, mayBeNegative: false },
  'line-spent': { zh: '用途已支出额', en: 'fund line spent', perLine: true, mayBeNegative: false },
} as const satisfies Record<string, AccountRow>

export type AccountKind = keyof typeof accountKinds

/** The accounts that every fund line has of its own. */
export const lineAccountKinds = ['line-available', 'line-committed', 'line-spent'] as const
export type LineAccountKind = (typeof lineAccountKinds)[number]

/** `undisbursed`, or for a fund line `line-available:<lineId>`. */
export type AccountKey = string

export type Posting = { readonly account: AccountKey; readonly amountFen: Fen }

export type EntryKind =
  | 'award'
  | 'budget'
  | 'budget-change'
  | 'release'
  | 'receive'
  | 'commit'
  | 'uncommit'
  | 'approve-payment'
  | 'pay'
  | 'cancel-payment'
  | 'deduct'
  | 'claim'
  | 'pay-back'
  | 'reissue'
  | 'reverse'

export const entryNames: Readonly<Record<EntryKind, Text>> = {
  award: { zh: '下达激励资金', en: 'Award' },
  budget: { zh: '下达用途预算', en: 'Budget by fund line' },
  'budget-change': { zh: '调整用途预算', en: 'Budget moved between lines' },
  release: { zh: '拨付', en: 'Release' },
  receive: { zh: '到账', en: 'Receipt' },
  commit: { zh: '签约占用', en: 'Commitment' },
  uncommit: { zh: '释放占用', en: 'Commitment released' },
  'approve-payment': { zh: '批准付款', en: 'Payment approved' },
  pay: { zh: '支付', en: 'Payment' },
  'cancel-payment': { zh: '取消付款', en: 'Payment cancelled' },
  deduct: { zh: '扣减', en: 'Deduction' },
  claim: { zh: '应收回', en: 'Claim' },
  'pay-back': { zh: '缴回', en: 'Paid back' },
  reissue: { zh: '再安排', en: 'Re-issue' },
  reverse: { zh: '冲正', en: 'Reversal' },
}

type LineAmount = { readonly lineId: string; readonly amountFen: Fen }
/** What a fund line allows before and after a change of the plan, in fen. */
type LineChange = { readonly lineId: string; readonly fromFen: Fen; readonly toFen: Fen }

/** Every entry moves between accounts, so its postings add up to zero. Amounts in fen, above zero. */
export type Entry =
  | { readonly kind: 'award'; readonly awardFen: Fen }
  | { readonly kind: 'budget'; readonly awardFen: Fen; readonly lines: readonly LineAmount[] }
  | { readonly kind: 'budget-change'; readonly awardFen: Fen; readonly lines: readonly LineChange[] }
  | { readonly kind: 'release' | 'receive' | 'approve-payment' | 'cancel-payment'; readonly amountFen: Fen }
  | { readonly kind: 'deduct' | 'claim' | 'reissue'; readonly amountFen: Fen }
  /** `ownFen`: what of the amount the park pays out of its own money, because it was spent. */
  | { readonly kind: 'pay-back'; readonly amountFen: Fen; readonly ownFen: Fen }
  | ({ readonly kind: 'commit' | 'uncommit' | 'pay' } & LineAmount)
  | { readonly kind: 'reverse'; readonly postings: readonly Posting[] }

export function lineAccount(kind: LineAccountKind, lineId: string): AccountKey {
  return `${kind}:${lineId}`
}

export function accountKindOf(account: AccountKey): AccountKind | null {
  const kind = account.split(':', 1)[0] ?? ''
  if (!Object.hasOwn(accountKinds, kind)) return null
  const known = kind as AccountKind
  return accountKinds[known].perLine === account.length > kind.length + 1 ? known : null
}

/** The postings of an entry, or why there can be none. A reversal mirrors the postings it corrects. */
export function postingsOf(entry: Entry): Posting[] | Refusal {
  if (entry.kind === 'reverse')
    return entry.postings.map(({ account, amountFen }) => ({ account, amountFen: 0 - amountFen }))
  if (entry.kind === 'budget') {
    const positive = entry.lines.filter((line) => line.amountFen !== 0)
    if (entry.lines.some((line) => !isFen(line.amountFen) || line.amountFen < 0))
      return refuse('common.amount-not-positive', 'G3.6')
    const sum = sumFen(entry.lines.map((line) => line.amountFen))
    if (sum !== entry.awardFen) {
      return refuse('funds.lines-exceed-award', 'G3.6', { sum: formatYuan(sum), award: formatYuan(entry.awardFen) })
    }
    return [
      { account: 'budget', amountFen: -sum },
      ...positive.map((line) => ({ account: lineAccount('line-available', line.lineId), amountFen: line.amountFen })),
    ]
  }
  if (entry.kind === 'budget-change') return budgetChange(entry)
  const amount = entry.kind === 'award' ? entry.awardFen : entry.amountFen
  if (!isFen(amount) || amount <= 0) return refuse('common.amount-not-positive', 'G3.6')
  switch (entry.kind) {
    case 'award':
      return move('grant', 'undisbursed', amount)
    case 'release':
      return move('undisbursed', 'in-transit', amount)
    case 'receive':
      return move('in-transit', 'cash', amount)
    case 'approve-payment':
      return move('cash', 'payable', amount)
    case 'cancel-payment':
      return move('payable', 'cash', amount)
    case 'deduct':
      return move('undisbursed', 'deducted', amount)
    case 'claim':
      return move('claim-source', 'claimed', amount)
    case 'reissue':
      return move('recovered', 'reissued', amount)
    case 'pay-back':
      return paidBack(amount, entry.ownFen)
    case 'commit':
      return move(lineAccount('line-available', entry.lineId), lineAccount('line-committed', entry.lineId), amount)
    case 'uncommit':
      return move(lineAccount('line-committed', entry.lineId), lineAccount('line-available', entry.lineId), amount)
    case 'pay':
      return [
        ...move('payable', 'expenditure', amount),
        ...move(lineAccount('line-committed', entry.lineId), lineAccount('line-spent', entry.lineId), amount),
      ]
  }
}

/** From the separate account and the park's own money to the treasury; the claim falls by as much (G3.6, G5.3). */
function paidBack(amountFen: Fen, ownFen: Fen): Posting[] | Refusal {
  if (!isFen(ownFen) || ownFen < 0 || ownFen > amountFen) return refuse('common.amount-not-positive', 'G3.6')
  const from = [
    { account: 'cash', amountFen: ownFen - amountFen },
    { account: 'own-money', amountFen: 0 - ownFen },
  ].filter((posting) => posting.amountFen !== 0)
  return [...from, { account: 'recovered', amountFen }, ...move('claimed', 'claim-source', amountFen)]
}

/** What a changed plan takes from some lines it gives to others; together they still meet the award (G3.6, G5.5). */
function budgetChange({ awardFen, lines }: Extract<Entry, { kind: 'budget-change' }>): Posting[] | Refusal {
  if (lines.some(({ fromFen, toFen }) => !isFen(fromFen) || !isFen(toFen) || fromFen < 0 || toFen < 0))
    return refuse('common.amount-not-positive', 'G3.6')
  const sum = sumFen(lines.map((line) => line.toFen))
  if (sum !== awardFen)
    return refuse('funds.lines-exceed-award', 'G3.6', { sum: formatYuan(sum), award: formatYuan(awardFen) })
  return lines
    .filter(({ fromFen, toFen }) => fromFen !== toFen)
    .map(({ lineId, fromFen, toFen }) => ({
      account: lineAccount('line-available', lineId),
      amountFen: toFen - fromFen,
    }))
}

/** Balances by account key; a missing one is zero. */
export type Balances = Readonly<Record<AccountKey, Fen>>

export function balanceOf(balances: Balances, account: AccountKey): Fen {
  return Object.hasOwn(balances, account) ? (balances[account] ?? 0) : 0
}

/** The balances after an entry, or why it is refused: not balanced, or an account would fall below zero (G3.6). */
export function post(balances: Balances, postings: readonly Posting[]): Balances | Refusal {
  const net = new Map<AccountKey, Fen>()
  for (const { account, amountFen } of postings) net.set(account, (net.get(account) ?? 0) + amountFen)
  const sums = [...net.values()]
  if (postings.length === 0 || !sums.every(isFen) || sumFen(sums) !== 0) return refuse('funds.not-balanced', 'G3.6')
  const after: Record<AccountKey, Fen> = { ...balances }
  for (const [account, amount] of net) {
    const kind = accountKindOf(account)
    if (!kind) return refuse('funds.not-balanced', 'G3.6')
    const before = balanceOf(balances, account)
    const balance = before + amount
    if (!isFen(balance) || (balance < 0 && !accountKinds[kind].mayBeNegative)) {
      const facts = {
        balance: formatYuan(before),
        amount: formatYuan(Math.abs(amount)),
        ...both('account', accountKinds[kind]),
      }
      return refuse('funds.below-zero', 'G3.6', facts)
    }
    after[account] = balance
  }
  return after
}

/** Postings of an entry checked against the balances it meets. */
export function checkEntry(balances: Balances, entry: Entry): Posting[] | Refusal {
  const postings = postingsOf(entry)
  if (isRefusal(postings)) return postings
  const after = post(balances, postings)
  return isRefusal(after) ? after : postings
}

/** The three numbers that never mix: committed by contract, disbursed to the park, spent. What was disbursed stays so when it is paid back. */
export function totals(balances: Balances): {
  awardFen: Fen
  disbursedFen: Fen
  receivedFen: Fen
  committedFen: Fen
  spentFen: Fen
} {
  const of = (kind: AccountKind) =>
    sumFen(
      Object.entries(balances)
        .filter(([account]) => accountKindOf(account) === kind)
        .map(([, amount]) => amount),
    )
  const awardFen = 0 - of('grant')
  const paidBackFen = of('own-money') + of('recovered') + of('reissued')
  const receivedFen = of('cash') + of('payable') + of('expenditure') + paidBackFen
  return {
    awardFen,
    disbursedFen: receivedFen + of('in-transit'),
    receivedFen,
    committedFen: of('line-committed') + of('line-spent'),
    spentFen: of('expenditure'),
  }
}

function move(from: AccountKey, to: AccountKey, amountFen: Fen): Posting[] {
  return [
    { account: from, amountFen: -amountFen },
    { account: to, amountFen },
  ]
}
