import { type County, demoCounty } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/oversight/incidents/contract.ts'
import { startWorld, type World } from './world.ts'

const noticed = {
  noticedAt: '2026-11-30 20:15',
  what: '账号在外地登录，导出了企业名单',
  place: '企业名单页面',
}
const figures = { persons: 0, lossFen: 0, minutesUnreachable: 0, minutesImpaired: 0, critical: false }
/** A leak of the least grade that is reported. */
export const leak = {
  ...figures,
  persons: 1_200_000,
  occurredAt: '2026-11-30 19:50',
  kind: 'data-leak',
  grade: 'larger',
  gradeReason: '',
} as const
export const content = { unit: '园企通', found: '值班发现', impact: '名单外泄', measures: '已关闭账号' }
export const told = {
  recipient: 'cyberspace',
  channel: 'hotline',
  reportedAt: '2026-11-30 20:50',
  lateReason: '',
} as const

/** A county three quarters of an hour after somebody noticed something. */
export async function incidentWorld(): Promise<{ world: World; county: County }> {
  const world = await startWorld()
  const county = await demoCounty(world)
  world.setClock('2026-11-30T21:00:00+08:00')
  return { world, county }
}

/** The people that an incident goes through. */
export function peopleOf(at: () => { readonly world: World; readonly county: County }) {
  const officer = () => at().world.as(`${at().county.first.name}·服务专员`)
  return {
    officer,
    admin: () => at().world.security(),
    province: () => at().world.as('省经信厅·处室'),
    async notice(more: object = {}): Promise<{ incidentId: string }> {
      const body = { ...noticed, ...more }
      const { incidentId } = await (await officer()).done(contract.noticeIncident, { body })
      return { incidentId }
    },
  }
}
