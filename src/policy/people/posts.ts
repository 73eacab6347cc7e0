import type { Text } from '../../shared/words.ts'

export type UnitKind = 'province' | 'city' | 'county' | 'zone' | 'park' | 'enterprise'
export type Bureau = 'economy' | 'finance'

export const bureauNames: Readonly<Record<Bureau, Text>> = {
  economy: { zh: '经信部门', en: 'Economy bureau' },
  finance: { zh: '财政部门', en: 'Finance bureau' },
}

/** Who speaks on a filing: a bureau at a level. */
export type Seat = `${'county' | 'province'}-${Bureau}`

export const seatNames: Readonly<Record<Seat, Text>> = {
  'county-economy': { zh: '县级经信部门', en: 'County economy bureau' },
  'county-finance': { zh: '县级财政部门', en: 'County finance bureau' },
  'province-economy': { zh: '省经信厅', en: 'Provincial economy department' },
  'province-finance': { zh: '省财政厅', en: 'Provincial finance department' },
}
export const seats = Object.keys(seatNames) as Seat[]

/** The seat that a person of a unit of that kind speaks from; null for those who have none. */
export function seatOf(unitKind: string, bureau: Bureau | null): Seat | null {
  if (bureau === null) return null
  if (unitKind === 'county' || unitKind === 'zone') return `county-${bureau}`
  return unitKind === 'province' ? `province-${bureau}` : null
}

export function bureauOfSeat(seat: Seat): Bureau {
  return seat.endsWith('-finance') ? 'finance' : 'economy'
}

type PostRow = Text & { readonly bureau: Bureau | null; readonly unitKinds: readonly UnitKind[] }

const county: readonly UnitKind[] = ['county', 'zone']
const above: readonly UnitKind[] = ['province']

/** The posts of the programme, the bureau a post speaks for, and the kinds of unit it sits in. */
export const posts = {
  'park-manager': { zh: '园区负责人', en: 'Park manager', bureau: null, unitKinds: ['park'] },
  'service-officer': { zh: '园区服务专员', en: 'Park service officer', bureau: null, unitKinds: ['park'] },
  'fund-officer': { zh: '园区资金专员', en: 'Park fund officer', bureau: null, unitKinds: ['park'] },
  'enterprise-contact': { zh: '企业联系人', en: 'Enterprise contact', bureau: null, unitKinds: ['enterprise'] },
  'economy-officer': { zh: '县经信经办', en: 'County economy officer', bureau: 'economy', unitKinds: county },
  'economy-leader': { zh: '县经信负责人', en: 'County economy leader', bureau: 'economy', unitKinds: county },
  'finance-officer': { zh: '县财政经办', en: 'County finance officer', bureau: 'finance', unitKinds: county },
  'finance-leader': { zh: '县财政负责人', en: 'County finance leader', bureau: 'finance', unitKinds: county },
  'province-economy': { zh: '省经信厅', en: 'Provincial economy department', bureau: 'economy', unitKinds: above },
  'province-economy-leader': {
    zh: '省经信厅负责人',
    en: 'Leader of the provincial economy department',
    bureau: 'economy',
    unitKinds: above,
  },
  'province-finance': { zh: '省财政厅', en: 'Provincial finance department', bureau: 'finance', unitKinds: above },
  'province-finance-leader': {
    zh: '省财政厅负责人',
    en: 'Leader of the provincial finance department',
    bureau: 'finance',
    unitKinds: above,
  },
  expert: { zh: '评审专家', en: 'Evaluation expert', bureau: null, unitKinds: ['county', 'zone', 'province'] },
  'system-admin': { zh: '系统管理员', en: 'System administrator', bureau: null, unitKinds: ['province'] },
  'security-admin': { zh: '安全管理员', en: 'Security administrator', bureau: null, unitKinds: ['province'] },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator', bureau: null, unitKinds: ['province'] },
} as const satisfies Record<string, PostRow>

export type Post = keyof typeof posts
export const postList = Object.keys(posts) as Post[]

export function isPost(text: string): text is Post {
  return Object.hasOwn(posts, text)
}

export function bureauOf(post: Post): Bureau | null {
  return posts[post].bureau
}
