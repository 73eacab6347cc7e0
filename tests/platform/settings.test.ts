import { expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'

it.each([
  [undefined, ['loopback']],
  ['10.0.0.0/8, 192.0.2.7', ['10.0.0.0/8', '192.0.2.7']],
  ['loopback,2001:db8::/32', ['loopback', '2001:db8::/32']],
])('takes the proxies %s', (set, found) => {
  expect(readSettings(set === undefined ? {} : { TRUSTED_PROXIES: set }).trustedProxies).toEqual(found)
})

it.each(['0.0.0.0/0', '10.0.0.0/33', '::/129', 'proxy.example', '10.0.0.1/8/8', 'true'])('refuses %s', (set) => {
  expect(() => readSettings({ TRUSTED_PROXIES: set })).toThrow(
    `TRUSTED_PROXIES must be IP addresses, ranges or loopback, separated by commas: ${set}`,
  )
})
