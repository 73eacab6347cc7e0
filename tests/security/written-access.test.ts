import { expect, it } from 'vitest'
import { endpoints } from '../../src/app.ts'
import { isPermission, permits, postList } from '../../src/policy/people/roles.ts'
import { doorsBySeat, expectedAccess, writtenDoors } from './expected-access.ts'
import { keyOf } from './sample.ts'

it('writes down every door once, and none that is not there', () => {
  expect([...writtenDoors].sort()).toEqual(endpoints.map(({ route }) => keyOf(route)).sort())
})

it.each(postList)('gives the post %s what is written down for it, at every door, and nothing else', (post) => {
  const wrong = endpoints.flatMap(({ route }) => {
    const { permission } = route
    const written = expectedAccess.get(keyOf(route)) ?? []
    const may = isPermission(permission) && permits(post, permission)
    const isPublic = permission === 'public'
    if (isPublic !== (written === 'everybody')) return [`${keyOf(route)} is ${isPublic ? '' : 'not '}public`]
    return isPublic || may === written.includes(post) ? [] : [`${keyOf(route)} is ${may ? '' : 'not '}open`]
  })
  expect(wrong).toEqual([])
})

it('opens by a seat what is written down for it, where nothing is written and no expert gets through without', () => {
  const open = endpoints.filter(({ route }) => route.bySeat)
  expect(open.map(({ route }) => keyOf(route)).sort()).toEqual([...doorsBySeat].sort())
  for (const { route, kind } of open) {
    expect(['query', 'download']).toContain(kind)
    expect(expectedAccess.get(keyOf(route))).not.toContain('expert')
  }
})
