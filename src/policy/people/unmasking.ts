import type { Refusal } from '../../shared/refusal.ts'
import { listed, type Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import type { Mask, Shown } from './masked.ts'
import { shown } from './masked.ts'
import { type Bureau, type Seat, seatNames, seatOf } from './roles.ts'

/** `column`: where it is kept. `seats`: who may see it whole for a reason; whose own record it is needs none. */
type Row = Text & { readonly column: `${string}.${string}`; readonly mask: Mask; readonly seats: readonly Seat[] }

const county: readonly Seat[] = ['county-economy', 'county-finance']
const everySeat: readonly Seat[] = [...county, 'province-economy', 'province-finance']

/** What is masked in every reply. The park is in none: with the end of a contact's number it could answer a slip itself (G3.4). */
export const unmaskable = {
  'contact-phone': {
    zh: '企业联系人手机号码',
    en: 'mobile number of an enterprise’s contact',
    column: 'enterprise_contacts.phone',
    mask: 'no-end',
    seats: ['county-economy'],
  },
  'payee-number': {
    zh: '收款账号',
    en: 'number of the account that is paid to',
    column: 'payee_accounts.number',
    mask: 'bank-account',
    seats: ['county-finance', 'province-finance'],
  },
  'officer-phone': {
    zh: '联络员办公电话',
    en: 'office telephone of a liaison officer',
    column: 'liaison_officers.phone',
    mask: 'telephone',
    seats: everySeat,
  },
  'officer-mobile': {
    zh: '联络员手机',
    en: 'mobile number of a liaison officer',
    column: 'liaison_officers.mobile',
    mask: 'telephone',
    seats: everySeat,
  },
  'objection-contact': {
    zh: '异议人联系方式',
    en: 'contact of whoever objected',
    column: 'notice_objections.contact',
    mask: 'contact',
    seats: county,
  },
  'answer-address': {
    zh: '企业答复的网络地址',
    en: 'network address of an enterprise’s answer',
    column: 'confirmations.address',
    mask: 'address',
    seats: everySeat,
  },
} as const satisfies Record<string, Row>

export type Unmaskable = keyof typeof unmaskable
export const unmaskableList = Object.keys(unmaskable) as [Unmaskable, ...Unmaskable[]]

/** As it stands in a reply; `isOwn`: the reader's own record. */
export function personal(of: Unmaskable, text: string, isOwn: boolean): Shown {
  return shown(unmaskable[of].mask, text, isOwn)
}

type Reader = { readonly unitKind: string; readonly bureau: Bureau | null }

/** Whether this reader may see it whole for a reason. */
export function mayUnmask({ unitKind, bureau }: Reader, of: Unmaskable): boolean {
  const seat = seatOf(unitKind, bureau)
  const { seats }: Row = unmaskable[of]
  return seat !== null && seats.includes(seat)
}

/** Why it is not shown whole: it is another post's to see, or no reason is given. */
export function whyNotUnmasked(reader: Reader, of: Unmaskable, reason: string): Refusal | null {
  const { seats }: Row = unmaskable[of]
  const facts = { ...both('of', unmaskable[of]), ...both('who', listed(seats.map((seat) => seatNames[seat]))) }
  return allRefusals(
    mayUnmask(reader, of) ? null : refuse('personal.not-yours', null, facts),
    checkReason(reason, 'common.reason-missing', null),
  )
}
