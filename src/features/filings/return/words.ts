import type { Words } from '../../../shared/words.ts'

/** The table of a period: its lists, its rows, its official form. */
export const words = {
  pilots: { zh: '试点园区', en: 'Pilot parks' },

  due: { zh: '报送期限', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  intime: { zh: '时效', en: 'Timeliness' },
  submitted: { zh: '报送', en: 'Submitted' },
  results: { zh: '结果', en: 'Result' },
  actions: { zh: '操作', en: 'Actions' },
  onTime: { zh: '按时报送', en: 'on time' },
  behindCount: {
    zh: (n: number) => `${n} 项落后于时序`,
    en: (n: number) => (n === 1 ? '1 figure behind time' : `${n} figures behind time`),
  },
  noneBehind: { zh: '全部达到时序进度', en: 'all on schedule' },
  reducedCount: {
    zh: (n: number) => `核减 ${n} 项`,
    en: (n: number) => (n === 1 ? '1 figure reduced' : `${n} figures reduced`),
  },
  noneReduced: { zh: '无核减', en: 'nothing reduced' },
  open: { zh: (table: string) => `生成${table}`, en: () => 'Open' },
  view: { zh: '查看', en: 'View' },
  fill: { zh: '填报', en: 'Fill in' },
  judge: { zh: '去核定', en: 'Judge' },
  download: { zh: '下载 Excel', en: 'Download Excel' },
  listNote: {
    zh: '表内数值由系统按已认可的记录计算，园区只需说明偏差原因并报送；经信部门只能核减并说明理由。',
    en: 'Figures are computed from accepted records. The park explains and submits; the county may only reduce, with a reason.',
  },

  county: { zh: '县（市、区）', en: 'County' },
  park: { zh: '园区', en: 'Park' },
  operator: { zh: '运营主体代码', en: 'Operator code' },
  cutOff: { zh: '数据截止日', en: 'Cut-off' },
  filledBy: { zh: '填报人', en: 'Filled in by' },
  reviewedBy: { zh: '审核人', en: 'Reviewed by' },
  submittedOn: { zh: '填报日期', en: 'Date' },
  award: { zh: '省财政资金总额', en: 'Provincial award' },
  received: { zh: '累计到位', en: 'Received' },
  spent: { zh: '累计支出', en: 'Spent' },
  execution: { zh: '执行率', en: 'Execution' },
  timePassed: { zh: '时序进度', en: 'Time passed' },

  no: { zh: '序号', en: 'No.' },
  level1: { zh: '一级指标', en: 'Level 1' },
  level2: { zh: '二级指标', en: 'Level 2' },
  indicator: { zh: '指标名称', en: 'Indicator' },
  unit: { zh: '单位', en: 'Unit' },
  target: { zh: '两年目标值', en: 'Two-year target' },
  yearTarget: { zh: '本年目标值', en: 'Target this year' },
  baseline: { zh: '基期值', en: 'Baseline' },
  thisYear: { zh: '本年累计', en: 'This year' },
  total: { zh: '总累计', en: 'Total' },
  proofs: { zh: '佐证件数', en: 'Proofs' },
  reason: { zh: '偏差原因及措施', en: 'Reason and measures' },
  acceptedValue: { zh: '经信局核定值', en: 'Accepted value' },
  reductionReason: { zh: '核减原因', en: 'Reason for reduction' },
  pointsOfTime: { zh: (n: string) => `较时序 ${n} 个百分点`, en: (n: string) => `${n} points to time` },
  pointsOfTarget: { zh: (n: string) => `较目标 ${n} 个百分点`, en: (n: string) => `${n} points to target` },
  thisYearShort: { zh: '本年', en: 'Year' },
  totalShort: { zh: '累计', en: 'Total' },
  proofsShort: { zh: '佐证', en: 'Proofs' },
  acceptedShort: { zh: '核定值', en: 'Accepted' },
  targetShort: { zh: '目标值', en: 'Target' },
  yearShort: { zh: (n: string) => `本年 ${n}`, en: (n: string) => `this year ${n}` },
  baseShort: { zh: (n: string) => `基期 ${n}`, en: (n: string) => `base ${n}` },
  rateAndGap: { zh: '完成率', en: 'Completion' },
  formula: { zh: '计算口径', en: 'How it is counted' },
  correctionRow: { zh: (q: string) => `其中：对 ${q} 的更正`, en: (q: string) => `of which correction to ${q}` },
  correctionBy: { zh: (n: string) => `更正 ${n}`, en: (n: string) => `correction ${n}` },
  correctionTo: {
    zh: (q: string, reported: string, now: string) => `${q} 填报 ${reported}，按现有记录为 ${now}`,
    en: (q: string, reported: string, now: string) => `${q} reported ${reported}, today's records give ${now}`,
  },
  openNote: {
    zh: '填报中：数值随记录实时计算，报送时冻结。',
    en: 'Open: figures follow the records and are frozen on submission.',
  },
  frozenNote: { zh: '已冻结：不再随记录变化。', en: 'Frozen: figures no longer follow the records.' },
  laterTitle: { zh: '报送后记录有变化', en: 'Records have changed since submission' },
  laterNote: {
    zh: (q: string, table: string) => `本表不变；差额作为更正列入 ${q} ${table}：`,
    en: (q: string, table: string) => `This table stays; the difference is a correction in the ${table} of ${q}:`,
  },
  laterNoteLast: { zh: '本表不变；差额如下：', en: 'This table stays; the difference:' },
  changedFigure: {
    zh: (name: string, was: string, now: string) => `${name}：${was} → ${now}`,
    en: (name: string, was: string, now: string) => `${name}: ${was} → ${now}`,
  },

  statePlaceholder: { zh: '写明数值和依据', en: 'State figure and proof' },
  reasonPlaceholder: { zh: '偏差原因、改进措施和时限', en: 'Cause, what is done about it, by when' },
  reasonOf: { zh: (name: string) => `${name}：偏差原因及措施`, en: (name: string) => `${name}: reason and measures` },
  submitNote: {
    zh: (next: string) => `报送后数值和说明全部冻结，不能撤回；以后的变化作为更正列入${next}。`,
    en: () =>
      'Figures and reasons are frozen and cannot be taken back; later changes are corrections in the next return.',
  },
  summaryLine: {
    zh: (rows: number, behind: number) => `共 ${rows} 项指标，其中 ${behind} 项落后于时序进度。`,
    en: (rows: number, behind: number) => `${rows} ${rows === 1 ? 'indicator' : 'indicators'}, ${behind} behind time.`,
  },
  corrections: {
    zh: (n: number, earlier: string) => `含 ${n} 项对${earlier}的更正。`,
    en: (n: number, earlier: string) =>
      n === 1 ? `With 1 correction to ${earlier}.` : `With ${n} corrections to ${earlier}.`,
  },

  heldTo: { zh: '对照方案', en: 'Held to' },
  acceptEnd: { zh: '核定值即告确定。', en: 'The accepted figures are then final.' },
  acceptNote: {
    zh: '未填写核定值的指标按表列数值核定，此前的核减继续有效；核减在以后各期同样有效，直至说明理由恢复。核定后不能再改。',
    en: 'Figures left alone are accepted as they stand, with the reductions before. A reduction stands in every later table until it is lifted with a reason. This is final.',
  },
  acceptOf: { zh: (name: string) => `${name}：核定值`, en: (name: string) => `${name}: accepted value` },
  acceptReasonOf: { zh: (name: string) => `${name}：核减原因`, en: (name: string) => `${name}: reason for reduction` },
  notAbove: {
    zh: (max: string) => `只能低于表列数值 ${max}`,
    en: (max: string) => `only below the ${max} that stands`,
  },
  reasonNeeded: { zh: '核减须说明理由', en: 'a reduction needs a reason' },
  ofItsUnit: { zh: (kind: string) => `须为${kind}`, en: (kind: string) => `has to be ${kind}` },
  lift: { zh: '恢复', en: 'Lift' },
  keep: { zh: '不恢复', en: 'Keep' },
  liftReasonOf: { zh: (name: string) => `${name}：恢复原因`, en: (name: string) => `${name}: reason for lifting` },
  liftReasonNeeded: { zh: '恢复须说明理由', en: 'lifting needs a reason' },
  liftedIn: {
    zh: (q: string, why: string) => `${q}恢复：${why}`,
    en: (q: string, why: string) => `lifted in ${q}: ${why}`,
  },
  afterReductions: { zh: (n: string) => `扣除核减后为 ${n}`, en: (n: string) => `${n} after reductions` },
  liftedNow: { zh: '恢复此前的核减', en: 'Earlier reductions lifted' },
  standingOn: { zh: '此前的核减继续有效', en: 'Earlier reductions that stand on' },
  reducedSoFar: {
    zh: (n: number) => (n === 0 ? '尚未核减' : `核减 ${n} 项`),
    en: (n: number) => (n === 0 ? 'Nothing reduced yet' : n === 1 ? '1 figure reduced' : `${n} figures reduced`),
  },
  toCorrect: {
    zh: (n: number) => `${n} 项核减须补正`,
    en: (n: number) => (n === 1 ? '1 reduction to correct' : `${n} reductions to correct`),
  },
  fixFirst: {
    zh: '核减只能低于表列数值，核减和恢复都须说明理由。',
    en: 'A reduction has to be below the figure that stands; reducing and lifting need a reason.',
  },
  noReductions: { zh: '本期不再核减。', en: 'Nothing more is reduced in this table.' },
  onlyReduced: { zh: '只看核减项', en: 'Reduced only' },
  onlyBehind: { zh: '只看落后项', en: 'Behind time only' },
  allRows: { zh: '全部指标', en: 'All indicators' },
  noRows: { zh: '没有符合条件的指标', en: 'No such indicator' },

  recordsOf: { zh: (name: string) => `${name}：依据记录`, en: (name: string) => `${name}: records behind it` },
  spanYear: { zh: '本年', en: 'This year' },
  spanTotal: { zh: '累计', en: 'Total' },
  notCounted: { zh: '同一企业已计', en: 'firm counted already' },
  noRecords: { zh: '这一期间没有计入的记录', en: 'No record counts in this time' },
  frozenRecords: { zh: '报送时计入的记录', en: 'As counted on submission' },
  liveRecords: { zh: '按现有记录', en: 'As the records stand' },
  addedSince: { zh: (q: string) => `${q} 报送后新计入`, en: (q: string) => `Added to ${q} since` },
  removedSince: { zh: (q: string) => `${q} 报送后不再计入`, en: (q: string) => `No longer counted in ${q}` },
  papers: { zh: (n: number) => `${n} 件`, en: (n: number) => (n === 1 ? '1 paper' : `${n} papers`) },
  figureOf: {
    zh: (name: string, which: string) => `${name}${which}：查看依据`,
    en: (name: string, which: string) => `${name}, ${which}: open the records`,
  },

  priceAgainst: {
    zh: (price: string, market: string) => `合同价 ${price} 元，市场价 ${market} 元`,
    en: (price: string, market: string) => `contract CNY ${price}, market CNY ${market}`,
  },
  rated: { zh: (n: number) => `评价 ${n} 分`, en: (n: number) => `rated ${n} of 5` },
  returnNo: { zh: (no: string) => `退回，回单 ${no}`, en: (no: string) => `returned, receipt ${no}` },
  receiptNo: { zh: (no: string) => `回单 ${no}`, en: (no: string) => `receipt ${no}` },
  kindsOffered: {
    zh: (n: number) => `${n} 类服务`,
    en: (n: number) => (n === 1 ? '1 service kind' : `${n} service kinds`),
  },
  dueOn: { zh: (day: string) => `应于 ${day} 前报送`, en: (day: string) => `due on ${day}` },
  outlier: { zh: '偏离较大，请核对', en: 'far off; check it' },
  notFiled: { zh: '尚未报送', en: 'not filed' },
  trancheNo: { zh: (no: number) => `第 ${no} 期资金`, en: (no: number) => `Tranche ${no}` },
  voucherNo: { zh: (no: string) => `凭证 ${no}`, en: (no: string) => `voucher ${no}` },
} as const satisfies Words

/** Where a table stands: it is filled in and accepted, not written and approved. */
export const stateWords = {
  coming: { zh: '未到期', en: 'period not over' },
  owed: { zh: '待生成', en: 'to be opened' },
  draft: { zh: '填报中', en: 'open' },
  submitted: { zh: '待核定', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已核定', en: 'accepted' },
  recorded: { zh: '已备案', en: 'on record' },
} as const satisfies Words

/** What is printed on the official form alone. */
export const formWords = {
  sheet: { zh: '完成情况表', en: 'Completion' },
  filer: { zh: '填报单位（盖章）：', en: 'Filed by (seal): ' },
  operator: { zh: '运营主体统一社会信用代码', en: 'Operator (credit code)' },
  moneyUnit: { zh: '金额单位：元', en: 'Money in CNY' },
  done: { zh: '完成情况', en: 'Done' },
  ratePercent: { zh: '完成率%', en: 'Completion (%)' },
  gapPoints: { zh: '时序进度差（百分点）', en: 'Against time (points)' },
  noteComputed: {
    zh: (thisPeriod: string) => `注：1. ${thisPeriod}、本年累计、总累计由系统按截止日前已认可的记录计算。`,
    en: () => 'Notes: 1. Figures are computed from records accepted up to the cut-off.',
  },
  noteAccepted: {
    zh: '2. 完成率以两年目标值为基准；各项数值均已扣除核减。核定值由县（市、区）经信部门填写，只能核减；核减在以后各期继续有效，直至恢复。',
    en: '2. Completion is against the two-year target; all figures are after reductions. The county economy bureau accepts figures and may only reduce them; a reduction stands in every later table until it is lifted.',
  },
  noteOpen: {
    zh: '3. 本表尚未报送，数值仍随记录变化，不作为正式报表。',
    en: '3. Not submitted yet: figures still follow the records; this is no official return.',
  },
  noteEmpty: {
    zh: (legend: string) => `没有数值的：${legend}。`,
    en: (legend: string) => `Without a figure: ${legend}.`,
  },
  signFiller: { zh: '填报人（签字）：', en: 'Filled in by (signature):' },
  signPark: { zh: '园区负责人（签字）：', en: 'Park manager (signature):' },
  signEconomy: { zh: '经信部门核定（盖章）：', en: 'Economy bureau (seal):' },
  draft: { zh: '草稿，未报送', en: 'Draft, not submitted' },
} as const satisfies Words
