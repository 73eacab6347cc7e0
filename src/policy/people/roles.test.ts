import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { refusalText } from '../guide/refuse.ts'
import { administrators } from './administrators.ts'
import {
  bureauOf,
  decide,
  inScope,
  type Permission,
  type Post,
  permissionList,
  permits,
  postList,
  whoMay,
  whyNotPermitted,
} from './roles.ts'

const holders = (permission: Permission) => postList.filter((post) => permits(post, permission))

describe('who may do what', () => {
  test.each<[Permission, string]>([
    [
      'filing.give-opinion',
      'economy-officer economy-leader finance-officer finance-leader province-economy province-economy-leader province-finance province-finance-leader',
    ],
    ['filing.record', 'province-economy province-economy-leader province-finance province-finance-leader'],
    ['tranche.recommend', 'economy-officer economy-leader'],
    ['tranche.release', 'finance-officer finance-leader'],
    ['tranche.confirm-receipt', 'park-manager fund-officer'],
    ['payment.prepare', 'park-manager fund-officer'],
    ['payment.approve', 'park-manager'],
    ['service.confirm', 'enterprise-contact'],
    ['signing.require', 'economy-leader finance-leader province-economy-leader province-finance-leader'],
    ['province.view', 'province-economy province-economy-leader province-finance province-finance-leader'],
    ['account.manage', 'system-admin'],
    ['account.view', 'system-admin security-admin'],
    ['account.close', 'security-admin'],
    ['rest-day.announce', 'system-admin'],
    ['file.check', 'system-admin'],
    ['incident.handle', 'security-admin'],
    [
      'incident.view',
      'province-economy province-economy-leader province-finance province-finance-leader security-admin',
    ],
    [
      'audit.view',
      'economy-leader finance-leader province-economy province-economy-leader province-finance province-finance-leader audit-admin',
    ],
  ])('%s: %s', (permission, posts) => expect(holders(permission).join(' ')).toBe(posts))

  test('every permission is held by somebody', () => {
    for (const permission of permissionList) expect(holders(permission)).not.toEqual([])
  })

  test('nobody both recommends and releases money (G4.2)', () => {
    for (const post of postList) {
      expect(permits(post, 'tranche.recommend') && permits(post, 'tranche.release')).toBe(false)
    }
  })

  test('the park manager may do all that the service officer may', () => {
    for (const permission of permissionList) {
      if (permits('service-officer', permission)) expect(permits('park-manager', permission)).toBe(true)
    }
  })

  test('the three administrators exclude each other in all that not everybody may', () => {
    const sharedByTwo = permissionList
      .filter((permission) => holders(permission).length < postList.length)
      .filter((permission) => administrators.filter((post) => permits(post, permission)).length > 1)
    expect(sharedByTwo).toEqual(['account.view'])
    const ofAuditor = permissionList.filter((permission) => permits('audit-admin', permission))
    expect(ofAuditor).toEqual(['public', 'signed-in', 'inbox.view', 'unit.view', 'audit.view'])
  })

  test('the administrators see no business, the authorities change none of the park', () => {
    for (const permission of [
      'pilot.view',
      'filing.view',
      'filing.edit',
      'filing.submit',
      'funds.view',
      'service.view',
      'file.view',
    ] as const) {
      for (const post of administrators) expect(permits(post, permission)).toBe(false)
    }
    const acts: Permission[] = ['service.order', 'service.contract', 'payment.prepare', 'payment.approve']
    const authorities: Post[] = [
      'economy-officer',
      'economy-leader',
      'finance-officer',
      'finance-leader',
      'province-economy',
    ]
    for (const post of authorities) for (const act of acts) expect(permits(post, act)).toBe(false)
  })

  test('a bureau speaks through its posts only', () => {
    expect(bureauOf('economy-officer')).toBe('economy')
    expect(bureauOf('finance-leader')).toBe('finance')
    expect(bureauOf('park-manager')).toBeNull()
  })
})

describe('where', () => {
  const park = '33/3304/330421/p1/'

  test.each([
    ['33/', park, true],
    ['33/3304/', park, true],
    ['33/3304/330421/', park, true],
    [park, park, true],
    [park, `${park}e1/`, true],
    [park, '33/3304/330421/', false],
    [park, '33/3304/330421/p10/', false],
    ['33/3304/330421/', '33/3304/330424/p1/', false],
    ['33/3304/33042/', park, false],
    ['33/3304/33042', park, false],
    ['', park, false],
  ])('%s holds %s: %s', (holder, resource, held) => expect(inScope(holder, resource)).toBe(held))

  test('the post is asked first, then the subtree', () => {
    const officer = { post: 'economy-officer' as const, scope: '33/3304/330421/' }
    expect(decide(officer, 'tranche.recommend', { scope: park })).toBeNull()
    expectRefusal(decide(officer, 'tranche.release', { scope: park }), 'common.not-permitted', null)
    expectRefusal(decide(officer, 'tranche.recommend', { scope: '33/3305/' }), 'common.outside-scope', null)
  })
})

test('a refusal names who may, by post or where they are many by office, for every post and permission', () => {
  for (const permission of permissionList) {
    for (const post of postList) {
      const no = whyNotPermitted(post, permission)
      expect(no === null).toBe(permits(post, permission))
      if (!no) continue
      const { zh, en } = refusalText(no)
      const who = whoMay(permission)
      expect(zh).toContain(`由${who.zh}办理`)
      expect(en).toContain(`it is done by: ${who.en}`)
      expect(who.zh).not.toBe('')
    }
  }
  expect(whoMay('payment.approve').zh).toBe('园区负责人')
  expect(whoMay('tranche.release').zh).toBe('县财政经办、县财政负责人')
  expect(whoMay('exception.grant').zh).toBe('县经信负责人、省经信厅')
  expect(whoMay('consultation.answer').zh).toBe('园区各岗位、县级经信部门、县级财政部门、省经信厅、省财政厅')
  expect(whoMay('consultation.answer').en).toContain('every post of the park, County economy bureau')
})
