import { expect, test } from 'vitest'
import { guestAddress, publicPages } from './public-pages.ts'

test.each([
  ['/notices', '/public/notices'],
  ['/notices/7', '/public/notices/7'],
  ['/noticesboard', null],
  ['/tables', null],
  ['/', null],
])('a guest at %s is sent to %s, or signs in', (path, to) => expect(guestAddress(path)).toBe(to))

test.each([
  ['/c/abc', true],
  ['/verify', true],
  ['/Verify/', true],
  ['/verify/%E5%AD%97', true],
  ['/public/notices/7', true],
  ['/public/evaluations', true],
  ['/public/evaluations/7', true],
  ['/public/personal-data', true],
  ['/evaluations', false],
  ['/evaluation-reports/7/publication', false],
  ['/notices/7', true],
  ['/api-docs', true],
  ['/c', false],
  ['/c/', false],
  ['/c/abc/def', false],
  ['/public', false],
  ['/sign-in', false],
  ['/services', false],
  ['/', false],
])('%s opens for guests: %s', (path, opens) => expect(publicPages.opensForGuests(path)).toBe(opens))
