import { expect, test } from 'vitest'
import { guestAddress, type Place } from './places.ts'

const place = (to: string, guestTo?: string): Place => ({
  to,
  text: { zh: '', en: '' },
  icon: null,
  ...(guestTo ? { guestTo } : {}),
})
const places = [place('/'), place('/tables'), place('/notices', '/public/notices')]

test.each([
  ['/notices', '/public/notices'],
  ['/notices/7', '/public/notices/7'],
  ['/noticesboard', null],
  ['/tables', null],
  ['/', null],
])('a guest at %s is sent to %s, or signs in', (path, to) => expect(guestAddress(places, path)).toBe(to))
