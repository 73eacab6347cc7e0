import type { Words } from '../../../shared/words.ts'

/** What the screens of the plan say, and what its import answers. */
export const words = {
  award: { zh: '激励资金', en: 'Award' },
  becomesBaseline: {
    zh: '通过后，绩效目标、试点企业和资金明细即锁定为基线，并可提出首期拨付建议。',
    en: 'With it, targets, enterprises and fund lines are locked as the baseline, and tranche 1 may be recommended.',
  },
  sectionUnchanged: { zh: '与上一版完全相同。', en: 'Exactly as in the version before.' },
  sectionChanged: { zh: '有修改，已在原处标出。', en: 'Changed; the changes are marked in place.' },
  unfold: { zh: '展开内容', en: 'Show the content' },
  // sections
  sections: { zh: '方案各部分', en: 'Sections of the plan' },
  navGaps: { zh: (n: number) => `待补 ${n} 项`, en: (n: number) => `${n} to complete` },
  navToCorrect: { zh: (n: number) => `待更正 ${n} 处`, en: (n: number) => `${n} to correct` },
  navComplete: { zh: '已完整', en: 'complete' },
  navReturned: { zh: '已退回，请修改', en: 'returned' },
  navReturnedWithGaps: {
    zh: (n: number) => `已退回，待补 ${n} 项`,
    en: (n: number) => `returned, ${n} to complete`,
  },
  navNotReturned: { zh: '未退回，不能修改', en: 'not returned, closed' },
  navConflict: { zh: '他人已修改，待处理', en: 'changed by another' },
  navUnsaved: { zh: '有内容未保存', en: 'not saved' },
  closedApproved: {
    zh: '方案已通过并锁定，变更须经重大事项报告(G5.5)。',
    en: 'The plan is approved and locked; it changes only through a major-matter report (G5.5).',
  },
  changedSince: {
    zh: (no: number, day: string) => `以下是审核通过时的方案；现行为第 ${no} 版，${day} 起生效。`,
    en: (no: number, day: string) => `This is the plan as it was approved; version ${no} holds, in force from ${day}.`,
  },
  seeVersions: { zh: '查看方案版本', en: 'See the versions' },
  rowNo: { zh: (n: number) => `第 ${n} 行`, en: (n: number) => `row ${n}` },
  relatedHint: {
    zh: '关联方填写统一社会信用代码，多个用顿号分隔；互为关联的机构只算一家(G3.3)。',
    en: 'Related parties by credit code, several with commas; related agencies count as one (G3.3).',
  },
  priceHint: {
    zh: '协议价不得高于同类服务市场价，确需例外须写明理由(G3.3)。',
    en: 'The agreed price may not exceed the market price of the like service without a written reason (G3.3).',
  },
  enoughAgencies: {
    zh: (min: number) => `方案用到的个性服务均有 ${min} 家以上互不关联的机构。`,
    en: (min: number) => `Every tailored kind in the plan has ${min} or more unrelated agencies.`,
  },
  fewAgencies: {
    zh: (kind: string, n: number, min: number) => `${kind}：互不关联的机构 ${n} 家，应不少于 ${min} 家，请说明理由`,
    en: (kind: string, n: number, min: number) => `${kind}: ${n} unrelated agencies of ${min}; give the reason`,
  },
  lineTotal: { zh: '数量×单价(元)', en: 'Quantity × price (yuan)' },
  sumProvincial: { zh: '省级资金合计', en: 'Provincial money' },
  sumMeets: { zh: '与激励资金相符', en: 'meets the award' },
  sumShort: { zh: (yuan: string) => `还差 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan short of the award` },
  sumOver: { zh: (yuan: string) => `超出 ${yuan} 元`, en: (yuan: string) => `${yuan} yuan above the award` },
  tailoredShare: { zh: '个性服务占比', en: 'Tailored services' },
  shareEnough: { zh: (min: number) => `不低于 ${min}%`, en: (min: number) => `${min}% or more` },
  shareLow: { zh: (min: number) => `低于 ${min}%(G4.4)`, en: (min: number) => `below ${min}% (G4.4)` },
  fundHint: {
    zh: '每行的省级资金、园区自筹、企业自付合计须等于数量×单价；省级资金不得用于园区建设、工作经费、人员工资等(G4.4)。',
    en: 'The three shares of a line equal quantity × price. Provincial money is never for construction, working expenses or wages (G4.4).',
  },
  weightsMeet: { zh: '权重合计 100', en: 'The weights add up to 100' },
  weightsShort: {
    zh: (sum: number, left: number) => `权重合计 ${sum}，还差 ${left}`,
    en: (sum: number, left: number) => `The weights add up to ${sum}, ${left} short of 100`,
  },
  weightsOver: {
    zh: (sum: number, over: number) => `权重合计 ${sum}，超出 ${over}`,
    en: (sum: number, over: number) => `The weights add up to ${sum}, ${over} above 100`,
  },
  indicatorsLeft: {
    zh: (n: number) => `另有 ${n} 项指标未列入`,
    en: (n: number) => (n === 1 ? '1 indicator is not listed' : `${n} indicators are not listed`),
  },
  listIndicators: {
    zh: (n: number) => `列入这 ${n} 项`,
    en: (n: number) => `List ${n === 1 ? 'it' : `these ${n}`}`,
  },
  enterpriseCount: {
    zh: (n: number) => `试点企业 ${n} 家`,
    en: (n: number) => (n === 1 ? '1 pilot enterprise' : `${n} pilot enterprises`),
  },
  size: { zh: '规模', en: 'Size' },
  rulesFile: { zh: '资金内控制度', en: 'Fund-control rules' },
  controlsHint: {
    zh: '写明专账核算、审批权限、支付流程和监督办法(G3.6)。',
    en: 'Separate accounts, who approves, how payments are made and supervised (G3.6).',
  },
  // check, submit, withdraw
  plannedServices: { zh: '服务计划', en: 'Planned services' },
  agenciesAndProducts: { zh: '机构 / 产品', en: 'Agencies / products' },
  fundLines: { zh: '资金明细行', en: 'Fund lines' },
  targets: { zh: '绩效目标', en: 'Targets' },
  enterprises: { zh: '试点企业', en: 'Pilot enterprises' },
  // import on the screen
  downloadTemplate: { zh: '下载模板', en: 'Download the template' },
  // template and import
  template: { zh: '导入模板', en: 'import template' },
  hintIndicator: {
    zh: '从下拉列表选择，也可只填编号或名称；每项指标一行。',
    en: 'Choose from the list, or give the code or the name alone; one row for each indicator.',
  },
  hintUnit: { zh: '留空则用指标的单位。', en: "Blank: the indicator's own unit." },
  hintFigure: { zh: '不小于零的数。', en: 'A number of zero or more.' },
  hintBaseline: {
    zh: '不小于零的数；增幅可为负。',
    en: 'A number of zero or more; a growth rate may be negative.',
  },
  belowZero: { zh: '不能小于 0。', en: 'At least 0.' },
  otherUnit: {
    zh: (unit: string, expected: string) => `数值带有单位“${unit}”，而该行以“${expected}”计。`,
    en: (unit: string, expected: string) => `The figure is in “${unit}”, and the row is counted in “${expected}”.`,
  },
  hintWeight: { zh: '0–100,各项合计须为 100。', en: '0 to 100; all together 100.' },
  hintUscc: { zh: '18 位，每家企业一行。', en: '18 characters; one row for each enterprise.' },
  hintIndustry: { zh: '按中小企业划型标准的行业。', en: 'The industry of the size standard for enterprises.' },
  hintWan: { zh: '上年度，万元。', en: 'Last year, in units of 10,000 yuan.' },
  noIndicator: {
    zh: (text: string) => `没有指标“${text}”，请从模板的下拉列表中选择。`,
    en: (text: string) => `There is no indicator “${text}”; choose from the template's list.`,
  },
} as const satisfies Words
