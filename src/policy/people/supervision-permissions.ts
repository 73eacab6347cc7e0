import type { Text } from '../../shared/words.ts'
import type { Post } from './posts.ts'

const economy: readonly Post[] = ['economy-officer', 'economy-leader']
const countyBureaus: readonly Post[] = [...economy, 'finance-officer', 'finance-leader']
const province: readonly Post[] = [
  ...['province-economy' as const, 'province-economy-leader' as const],
  ...['province-finance' as const, 'province-finance-leader' as const],
]

/** Who looks into what happened: security incidents, and services that are drawn as a sample. */
export const supervisionPermissions = {
  'incident.view': { zh: '查看安全事件', en: 'view security incidents', posts: [...province, 'system-admin'] },
  'incident.handle': { zh: '处置安全事件', en: 'deal with security incidents', posts: ['system-admin'] },
  'sampling.view': { zh: '查看抽样计划', en: 'view sampling plans', posts: [...countyBureaus, ...province] },
  'sampling.plan': { zh: '编制抽样计划、抽取样本', en: 'plan and draw a sample', posts: economy },
  'sampling.approve': { zh: '批准或撤回抽样计划', en: 'approve or withdraw a sampling plan', posts: countyBureaus },
} as const satisfies Record<string, Text & { readonly posts: readonly Post[] }>
