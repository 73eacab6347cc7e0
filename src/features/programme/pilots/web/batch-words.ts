import type { Words } from '../../../../shared/words.ts'

export const words = {
  title: { zh: '批次', en: 'Batches' },
  note: {
    zh: '一个批次按一版规则实施；园区列入后，终身适用该版规则。',
    en: 'A batch runs under one edition of the rules; a pilot keeps that edition for life.',
  },
  name: { zh: '批次名称', en: 'Batch' },
  nameHint: {
    zh: (year: number) => `如：${year}年第一批`,
    en: (year: number) => `such as: ${year}, first batch`,
  },
  edition: { zh: '规则', en: 'Rules' },
  firstYear: { zh: '首年', en: 'First year' },
  period: { zh: '实施期', en: 'Period' },
  from: { zh: (from: string, to: string) => `${from} 至 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  parks: { zh: '试点园区', en: 'Pilot parks' },
  sum: { zh: '激励资金（元）', en: 'Awards (yuan)' },
  none: { zh: '还没有批次。', en: 'There is no batch yet.' },
  create: { zh: '设立批次', en: 'Set up a batch' },
  created: { zh: '批次已设立', en: 'The batch is set up' },
  brief: { zh: '主要规定', en: 'Its main rules' },
  // one batch
  rules: { zh: '规则', en: 'Rules' },
  rule: { zh: '项目', en: 'Rule' },
  says: { zh: '规定', en: 'Says' },
  clause: { zh: '条款', en: 'Clause' },
  source: { zh: '依据', en: 'Source' },
  inferredNote: {
    zh: (inferred: number, all: number) =>
      `共 ${all} 项，其中 ${inferred} 项为推定：公开文件中没有，按同类做法推定，以正式文件为准。`,
    en: (inferred: number, all: number) =>
      `${all} rules, ${inferred} of them inferred: in no public paper, taken from like practice; the official paper decides.`,
  },
  onlyInferred: { zh: '只看推定', en: 'Inferred only' },
  onlyChanged: { zh: (name: string) => `只看与${name}不同`, en: (name: string) => `Only what differs from: ${name}` },
  gone: { zh: '不再规定', en: 'no longer a rule' },
  before: { zh: (says: string) => `原：${says}`, en: (says: string) => `was: ${says}` },
  unknownEdition: {
    zh: (id: string) => `本机没有“${id}”这一版规则的文本。`,
    en: (id: string) => `The text of edition “${id}” is not here.`,
  },
  countyFirst: { zh: '先选择县（市、区）或功能区', en: 'Choose the county or zone first' },
  park: { zh: '园区', en: 'Park' },
  county: { zh: '县（市、区）或功能区', en: 'County or functional zone' },
  countyShort: { zh: '县（市、区）', en: 'County' },
  award: { zh: '激励资金（元）', en: 'Award (yuan)' },
  plan: { zh: '方案', en: 'Plan' },
  admittedOn: { zh: '列入日期', en: 'Admitted on' },
  parksHidden: {
    zh: (count: number) => `本批次有 ${count} 个试点园区，名单和资金由业务部门查看。`,
    en: (count: number) => `${count} pilot parks; who they are and what they were given is for the departments.`,
  },
  noParks: { zh: '本批次还没有试点园区。', en: 'No park is in this batch yet.' },
  admit: { zh: '列入园区', en: 'Admit a park' },
  admitNote: {
    zh: '列入后不能移出批次，激励资金总额不能更改；方案、报表等事项的期限随即起算。',
    en: 'An admission is final, and so is its award; the plan and the tables are owed from that day.',
  },
  admitted: { zh: '园区已列入，方案已可填报', en: 'The park is admitted and can write its plan' },
  parkWay: { zh: '登记方式', en: 'Known or new' },
  choosePark: { zh: '选择园区', en: 'Choose a park' },
  newPark: { zh: '登记新园区', en: 'Register a new park' },
  parkName: { zh: '园区名称', en: 'Name of the park' },
  uscc: { zh: '统一社会信用代码（运营主体，可空）', en: 'Credit code of its operator (optional)' },
  awardMoney: { zh: '激励资金', en: 'Award' },
  awardConfirm: {
    zh: (yuan: string) => `确认激励资金为 ${yuan} 元`,
    en: (yuan: string) => `The award is ${yuan} yuan indeed`,
  },
  licence: { zh: '营业执照', en: 'Business licence' },
  yuan: { zh: (yuan: string) => `${yuan} 元`, en: (yuan: string) => `${yuan} yuan` },
} as const satisfies Words
