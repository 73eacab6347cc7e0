import type { Text } from '../../../shared/words.ts'

export const samplingRefusals = {
  'sampling.bad-period': {
    zh: '起始日期 {from} 晚于截止日期 {to}。',
    en: 'The period begins on {from}, after its end on {to}.',
  },
  'sampling.weights-missing': {
    zh: '风险加权抽样须至少给一项风险权重。',
    en: 'Drawing by risk needs the weight of one risk at least.',
  },
  'sampling.weights-not-asked': {
    zh: '只有风险加权抽样填写风险权重。',
    en: 'Weights are given for drawing by risk alone; leave them out.',
  },
  'sampling.size-above-frame': {
    zh: '抽取 {size} 项，多于范围内现有的 {frame} 项服务。',
    en: 'The frame holds {frame} services today, fewer than the {size} to be drawn.',
  },
  'sampling.approved-before': {
    zh: '{bureauZh}已批准该抽样计划，不重复批准。',
    en: '{bureauEn} has approved this plan already.',
  },
  'sampling.same-person': {
    zh: '两个部门须由不同人员批准。',
    en: 'The two bureaus approve by two persons.',
  },
  'sampling.not-approved': {
    zh: '抽样计划须经两个部门批准后才能抽取。',
    en: 'Nothing is drawn before both bureaus have approved the plan.',
  },
  'sampling.nothing-to-draw': {
    zh: '范围内没有可以抽取的服务（按金额抽样时须有合同价款）。',
    en: 'The frame holds no service that could be drawn; by amount only those with a price are.',
  },
  'sampling.not-in-frame': {
    zh: '服务 {no} 不在本次抽样范围内。',
    en: 'The service {no} is not in the frame of this sample.',
  },
  'sampling.in-sample-already': {
    zh: '服务 {no} 已在样本中。',
    en: 'The service {no} is in the sample already.',
  },
} as const satisfies Record<string, Text>
