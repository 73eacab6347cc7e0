import type { Text } from '../../shared/words.ts'

/** Fields of a sampling plan and of an addition, as forms, refusals and the paper call them. */
export const samplingFields = {
  batch: { zh: '批次', en: 'Batch' },
  purpose: { zh: '检查事由', en: 'What it is for' },
  method: { zh: '抽样方法', en: 'Method' },
  size: { zh: '抽取数量', en: 'How many' },
  seed: { zh: '随机种子', en: 'Seed' },
  parks: { zh: '园区', en: 'Parks' },
  openedFrom: { zh: '需求登记起始日期', en: 'Needs named from' },
  openedTo: { zh: '需求登记截止日期', en: 'Needs named until' },
  states: { zh: '服务状态', en: 'States' },
  countedOnly: { zh: '只含已计入的服务', en: 'Only services that count' },
  weights: { zh: '风险权重', en: 'Weights of risks' },
  no: { zh: '服务编号', en: 'Number of the service' },
} as const satisfies Record<string, Text>
