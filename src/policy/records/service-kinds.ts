import type { Clause } from '../guide/clauses.ts'

export type ServiceMode = 'universal' | 'tailored'

type Row = { readonly mode: ServiceMode; readonly zh: string; readonly en: string; readonly clause: Clause }

/** The sixteen service kinds of the guide: seven for every enterprise (G1.2), nine one to one (G1.3). */
export const serviceKinds = {
  'policy-briefing': { mode: 'universal', zh: '政策宣贯', en: 'Policy briefing', clause: 'G1.2' },
  'government-affairs': { mode: 'universal', zh: '政务代办', en: 'Government-affairs agency service', clause: 'G1.2' },
  recruitment: { mode: 'universal', zh: '人才招聘', en: 'Recruitment', clause: 'G1.2' },
  training: { mode: 'universal', zh: '人员培训', en: 'Training', clause: 'G1.2' },
  'trade-fair': { mode: 'universal', zh: '组织参展', en: 'Trade-fair participation', clause: 'G1.2' },
  'work-safety': { mode: 'universal', zh: '安全生产指导', en: 'Work-safety guidance', clause: 'G1.2' },
  'financing-matchmaking': { mode: 'universal', zh: '融资对接', en: 'Financing matchmaking', clause: 'G1.2' },
  'management-upgrade': { mode: 'tailored', zh: '规范提升', en: 'Compliance and management upgrade', clause: 'G1.3' },
  'system-certification': { mode: 'tailored', zh: '体系认证', en: 'Management-system certification', clause: 'G1.3' },
  'intellectual-property': { mode: 'tailored', zh: '知识产权', en: 'Intellectual property', clause: 'G1.3' },
  talent: { mode: 'tailored', zh: '人才引育', en: 'Talent attraction and training', clause: 'G1.3' },
  financing: { mode: 'tailored', zh: '融资服务', en: 'Financing service', clause: 'G1.3' },
  'research-matching': {
    mode: 'tailored',
    zh: '产学研对接',
    en: 'Industry–university–research matching',
    clause: 'G1.3',
  },
  'supply-chain': { mode: 'tailored', zh: '产业链对接', en: 'Supply-chain matching', clause: 'G1.3' },
  'digital-transformation': { mode: 'tailored', zh: '数字化转型', en: 'Digital transformation', clause: 'G1.3' },
  standardisation: { mode: 'tailored', zh: '标准化建设', en: 'Standardisation', clause: 'G1.3' },
} as const satisfies Record<string, Row>

export type ServiceKind = keyof typeof serviceKinds

export const serviceKindList = Object.keys(serviceKinds) as ServiceKind[]
export const tailoredKinds = serviceKindList.filter((kind) => serviceKinds[kind].mode === 'tailored')
export const universalKinds = serviceKindList.filter((kind) => serviceKinds[kind].mode === 'universal')

export function isServiceKind(text: unknown): text is ServiceKind {
  return typeof text === 'string' && Object.hasOwn(serviceKinds, text)
}

export function isTailored(kind: ServiceKind): boolean {
  return serviceKinds[kind].mode === 'tailored'
}
