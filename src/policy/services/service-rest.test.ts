import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { checkNumbers } from './invoice-numbers.ts'
import type { Service } from './service.ts'
import { closeService, restOf } from './service-steps.ts'

const paid = { state: 'paid', contract: {}, invoices: [{ sumFen: 1_500_000 }] } as unknown as Service

test('is closed with a reason where the park owes more under the contract than was invoiced and paid', () => {
  fc.assert(
    fc.property(fc.nat(1_500_000), fc.nat(500_000), (provincialFen, parkFen) => {
      const contract = { ...paid.contract, priceFen: 2_200_000, provincialFen: 1_500_000, parkFen: 500_000 }
      const service = { ...paid, contract: { ...contract, enterpriseFen: 200_000 } } as Service
      const facts = { provincialFen, parkFen }
      const rest = restOf(service, facts)
      expect(rest.heldFen + provincialFen).toBe(1_500_000)
      expect(rest.unpaidFen + provincialFen + parkFen).toBe(2_000_000)
      expect(rest.uninvoicedFen).toBe(2_200_000 - paid.invoices.reduce((sum, one) => sum + one.sumFen, 0))
      const silent = closeService(service, { paid: facts, reason: '' })
      if (rest.unpaidFen === 0) expect(agreed(silent).state).toBe('closed')
      else expectRefusal(silent, 'services.rest-without-reason', 'G3.6')
      expect(agreed(closeService(service, { paid: facts, reason: '机构减免余款' })).state).toBe('closed')
    }),
  )
})

test('a code beside a number of 20 digits is told apart from a number that is wrong', () => {
  const digital = '26332000000398124896'
  const said = { code: '033002100411', number: digital, digitalNumber: '', issuedOn: '2026-05-20' }
  expectRefusal(checkNumbers(said), 'payments.digital-has-no-code', 'G3.4')
  expectRefusal(checkNumbers({ ...said, number: '123' }), 'payments.bad-invoice-number', 'G3.4')
  expect(checkNumbers({ ...said, code: '' })).toBeNull()
})
