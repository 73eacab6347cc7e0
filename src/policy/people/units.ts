import type { Refusal } from '../../shared/refusal.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import { isPost, posts, type UnitKind } from './roles.ts'

/** Kinds of unit that are registered by hand, and what they may hang under; the divisions come with the product. */
const parentsOf = {
  park: { kinds: ['county', 'zone'], refusal: 'unit.park-needs-county' },
  zone: { kinds: ['city', 'county'], refusal: 'unit.zone-needs-division' },
} as const

export function registerUnit(kind: keyof typeof parentsOf, parent: UnitKind, field = 'parentId'): Refusal | null {
  const { kinds, refusal } = parentsOf[kind]
  return (kinds as readonly UnitKind[]).includes(parent) ? null : refuse(refusal, null, {}, field)
}

type Sibling = { readonly name: string; readonly uscc: string | null }

/** Whether a unit of this name or credit code stands under the same parent already. */
export function checkSiblings(unit: Sibling, siblings: readonly Sibling[], at = ''): Refusal | null {
  const namesake = siblings.some((one) => one.name === unit.name)
  const twin = siblings.find((one) => unit.uscc !== null && one.uscc === unit.uscc)
  return allRefusals(
    namesake ? refuse('unit.name-taken', null, {}, `${at}name`) : null,
    twin ? refuse('unit.uscc-taken', null, { name: twin.name }, `${at}uscc`) : null,
  )
}

/** Whether a post exists and may sit in a unit of this kind. */
export function fillPost(post: string, unit: { readonly kind: UnitKind; readonly name: string }): Refusal | null {
  if (post.trim() === '') return refuse('account.post-missing', null, {}, 'post')
  if (!isPost(post)) return refuse('account.no-such-post', null, { post }, 'post')
  const kinds: readonly UnitKind[] = posts[post].unitKinds
  return kinds.includes(unit.kind) ? null : refuse('account.post-not-in-unit', null, { unit: unit.name }, 'post')
}
