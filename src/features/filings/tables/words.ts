import type { Words } from '../../../shared/words.ts'

/** The tables of a period, merged: park to county to province. */
export const words = {
  title: { zh: '汇总表', en: 'Merged tables' },
  titleOf: {
    zh: (unit: string, period: string, name: string) => `${unit} ${period} ${name}（汇总）`,
    en: (unit: string, period: string, name: string) => `${unit}, ${period}: ${name}, merged`,
  },
  subtitle: {
    zh: '由各园区已核定的报表汇总：数量相加，比率按分子分母重新计算。',
    en: 'Made from the accepted tables of the parks: counts add up, ratios are made anew from their parts.',
  },
  empty: { zh: '辖区内尚无试点园区', en: 'No pilot park in your area yet' },
  nothingAccepted: { zh: '尚无已核定的报表可汇总', en: 'No accepted table to merge yet' },
  batch: { zh: '批次', en: 'Batch' },
  period: { zh: '报送期', en: 'Period' },
  county: { zh: '县（市、区）', en: 'County' },
  wholeProvince: { zh: '全省', en: 'Whole province' },
  download: { zh: '下载 Excel', en: 'Download Excel' },
  complete: { zh: '已收齐', en: 'complete' },
  missingCount: {
    zh: (n: number) => `缺 ${n} 个园区`,
    en: (n: number) => (n === 1 ? '1 park missing' : `${n} parks missing`),
  },
  missingTitle: { zh: '尚未收齐', en: 'Not complete yet' },
  missingNote: {
    zh: '下表只汇总已核定的园区，不作为正式报表。',
    en: 'The table below holds the accepted parks only and is no official return.',
  },
  parks: { zh: '各园区报送情况', en: 'Parks' },
  park: { zh: '园区', en: 'Park' },
  state: { zh: '状态', en: 'State' },
  notOpened: { zh: '未生成', en: 'not opened' },
  submittedAt: { zh: '报送时间', en: 'Submitted' },
  recordNo: { zh: '备案号', en: 'Record number' },
  view: { zh: '查看', en: 'View' },
  merged: { zh: '汇总', en: 'Merged' },
  awardFen: { zh: '省财政资金总额', en: 'Provincial award' },
  receivedFen: { zh: '累计到位', en: 'Received' },
  spentFen: { zh: '累计支出', en: 'Spent' },
  executionRate: { zh: '执行率', en: 'Execution' },
  indicator: { zh: '指标名称', en: 'Indicator' },
  target: { zh: '两年目标值', en: 'Two-year target' },
  thisYear: { zh: '本年累计', en: 'This year' },
  total: { zh: '总累计', en: 'Total' },
  rate: { zh: '完成率', en: 'Completion' },
  thisPeriod: { zh: '本期完成', en: 'This period' },
  parts: { zh: '构成', en: 'Parts' },
  partsOf: {
    zh: (indicator: string, figure: string) => `${indicator}的${figure}构成`,
    en: (indicator: string, figure: string) => `${indicator}, ${figure}, by part:`,
  },
  rowParts: {
    zh: (indicator: string, unit: string) => `${indicator}（${unit}）由哪些报表汇总`,
    en: (indicator: string, unit: string) => `${indicator} (${unit}): the tables it is made of`,
  },
  moneyParts: { zh: '资金由哪些报表汇总', en: 'Money: the tables it is made of' },
  cellOf: {
    zh: (who: string, indicator: string) => `${who}的${indicator}`,
    en: (who: string, indicator: string) => `${who}, ${indicator}`,
  },
  record: { zh: '备案', en: 'Record' },
  recordTitle: {
    zh: (unit: string, period: string) => `备案 ${unit} ${period} 汇总表`,
    en: (unit: string, period: string) => `Take the merged table of ${unit} for ${period} on record`,
  },
  recordNote: {
    zh: (n: number) => `将 ${n} 个园区的报表一并备案，不能撤销。`,
    en: (n: number) =>
      n === 1
        ? 'The table of 1 park is recorded; this is final.'
        : `The tables of ${n} parks are recorded together; this is final.`,
  },
} as const satisfies Words

/** What is printed on the official form alone. */
export const formWords = {
  sheet: { zh: '汇总表', en: 'Merged' },
  filer: { zh: '填报单位（盖章）：', en: 'Filed by (seal): ' },
  moneyUnit: { zh: '金额单位：元', en: 'Money in CNY' },
  parksIn: { zh: '园区数', en: 'Parks' },
  no: { zh: '序号', en: 'No.' },
  level1: { zh: '一级指标', en: 'Level 1' },
  level2: { zh: '二级指标', en: 'Level 2' },
  unit: { zh: '单位', en: 'Unit' },
  merged: { zh: '汇总数', en: 'Merged' },
  ratePercent: { zh: '完成率%', en: 'Completion (%)' },
  each: { zh: '各单位核定累计', en: 'Accepted total of each' },
  draft: { zh: '未收齐，非正式报表', en: 'Incomplete, no official return' },
  noteMerged: {
    zh: '注：1. 由各园区已核定的报表汇总，数量相加，比率按分子分母重新计算。',
    en: 'Notes: 1. Made from the accepted tables of the parks: counts add up, ratios are made anew from their parts.',
  },
  noteMissing: {
    zh: (names: string) => `2. 尚未核定，未计入：${names}。`,
    en: (names: string) => `2. Not accepted yet and left out: ${names}.`,
  },
  noteEmpty: {
    zh: (legend: string) => `没有数值的：${legend}。`,
    en: (legend: string) => `Without a figure: ${legend}.`,
  },
  signFiller: { zh: '填报人（签字）：', en: 'Filled in by (signature):' },
  signLeader: { zh: '负责人（签字）：', en: 'Leader (signature):' },
  signSeal: { zh: '经信部门（盖章）：', en: 'Economy bureau (seal):' },
  footer: { zh: (day: string) => `${day} 汇总`, en: (day: string) => `Merged on ${day}` },
  page: { zh: '第 &P 页 共 &N 页', en: 'Page &P of &N' },
} as const satisfies Words
