import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '常态化服务', en: 'Standing service' },
  batch: { zh: (name: string) => `常态化服务·${name}`, en: (name: string) => `Standing service · ${name}` },
  pilots: { zh: '试点园区', en: 'Pilot parks' },
  open: { zh: '开展常态化服务', en: 'Go on serving' },
  goTo: { zh: '进入常态化服务', en: 'To standing service' },
  offer: {
    zh: '试点已结项。园区可以继续为企业诊断和服务，沿用原方案的企业、合作机构和产品。',
    en: 'The pilot is closed. The park may go on diagnosing and serving, with the enterprises, agencies and products of its plan.',
  },
  outside: {
    zh: '常态化服务不计入试点的指标、报表和合计，不使用奖补资金，也没有报送任务。',
    en: 'Standing service counts in no indicator, table or sum of a pilot, uses no award, and owes no report.',
  },
  opened: { zh: '已开展常态化服务', en: 'Standing service has begun' },
  services: { zh: '服务', en: 'Services' },
  since: { zh: '开始日期', en: 'Since' },
  work: { zh: '开展的工作', en: 'Its work' },
  enterprises: { zh: '企业与诊断', en: 'Enterprises and diagnoses' },
  activities: { zh: '普惠服务活动', en: 'Activities' },
} as const satisfies Words
