import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import { forbiddenUse } from './edition.ts'

describe('a forbidden use (G4.4)', () => {
  test.each([
    ['园区厂房装修', 'own-construction'],
    ['园区道路及绿化工程', 'own-construction'],
    ['采购空调', 'own-construction'],
    ['停车场改造', 'own-construction'],
    ['购置公务车辆', 'own-construction'],
    ['试点工作经费', 'working-expenses'],
    ['办 公 用 品 采购', 'working-expenses'],
    ['服务专员工资', 'wages'],
    ['工、资发放', 'wages'],
    ['专员绩效奖', 'wages'],
    ['归还借款', 'unrelated'],
    ['薪酬体系咨询及员工工资', 'wages'],
  ])('%s is %s', (purpose, id) => expect(forbiddenUse(edition, purpose)?.id).toBe(id))

  test.each([
    '为试点企业购买知识产权服务',
    '企业数字化改造诊断',
    '薪酬体系优化咨询',
    '股权投资对接服务',
    '生产设备联网与系统实施',
    '安全生产指导',
    '道路运输企业安全培训',
    '电梯零部件企业标准化建设',
    '装修企业质量体系认证',
    '文旅用品企业产业链对接',
    '质量管理体系认证',
    '',
  ])('“%s” is none', (purpose) => expect(forbiddenUse(edition, purpose)).toBeNull())
})
