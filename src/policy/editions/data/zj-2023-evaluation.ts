import type { Text } from '../../../shared/words.ts'
import type {
  EvaluationCourse,
  EvaluationForm,
  EvaluationItem,
  EvaluationPart,
  FigureUnit,
  VetoRule,
} from '../evaluation-rules.ts'

const t = (zh: string, en: string): Text => ({ zh, en })
const cited = { clause: 'GA2', source: 'inferred' } as const
const percent: FigureUnit = { unit: t('%', '%'), decimals: 2 }

const computed = { ...cited, mayDrop: false } as const
const judged = { ...cited, from: null, mayDrop: false } as const

const targets: readonly EvaluationItem[] = [
  {
    ...computed,
    from: 'targets',
    id: 'progress',
    ...t('目标完成进度', 'Progress on the targets'),
    points: 50,
    primitive: { kind: 'targets' },
    counts: t('各项指标的实际值与按时序折算的目标值', 'each indicator against its target, scaled to the time gone by'),
  },
]

const work: readonly EvaluationItem[] = [
  {
    ...computed,
    from: 'mechanism',
    id: 'mechanism',
    ...t('机制建设', 'Mechanism'),
    points: 6,
    primitive: {
      kind: 'checklist',
      elements: [
        { id: 'liaison', ...t('联络员名单已备案', 'liaison list on record'), points: 2 },
        { id: 'consultations', ...t('会商有记录', 'consultations with minutes'), points: 2 },
        { id: 'fund-control', ...t('内控制度已建立', 'internal rules for the money'), points: 2 },
      ],
    },
    counts: t('联络员名单、会商记录、内控制度', 'liaison list, minutes of consultations, internal rules'),
  },
  {
    ...computed,
    from: 'enterprises-diagnosed',
    id: 'diagnosis',
    ...t('诊断覆盖', 'Diagnosis'),
    points: 7,
    primitive: {
      kind: 'ratio',
      direction: 'at-least',
      lidPercent: 100,
      figure: { unit: t('家', 'firms'), decimals: 0 },
    },
    counts: t('已诊断的试点企业，目标为全部试点企业', 'pilot enterprises diagnosed, against all of them'),
  },
  {
    ...judged,
    id: 'agencies',
    ...t('服务机构管理', 'Agencies'),
    points: 6,
    primitive: {
      kind: 'checklist',
      elements: [
        { id: 'two-a-type', ...t('同类机构不少于两家', 'two or more agencies of a type'), points: 2 },
        { id: 'fair-choice', ...t('公平择优选定', 'chosen fairly'), points: 2 },
        { id: 'price-proof', ...t('价格有市场依据', 'prices proven against the market'), points: 1 },
        { id: 'rating', ...t('对机构有评价', 'agencies are rated'), points: 1 },
      ],
    },
    counts: t('机构清单、选定记录、价格依据、评价', 'list of agencies, records of choice, proof of prices, ratings'),
  },
  {
    ...computed,
    from: 'spot-checks',
    id: 'evidence',
    ...t('佐证质量', 'Quality of evidence'),
    points: 8,
    primitive: {
      kind: 'bands',
      bands: [
        { from: 95, to: null, sharePercent: 100 },
        { from: 90, to: 95, sharePercent: 75 },
        { from: 80, to: 90, sharePercent: 50 },
        { from: null, to: 80, sharePercent: 0 },
      ],
      figure: percent,
    },
    counts: t('佐证抽查合格率', 'share of evidence that passes spot checks'),
    mayDrop: true,
  },
  {
    ...computed,
    from: 'late-filings',
    id: 'reports',
    ...t('报送及时', 'Reports in time'),
    points: 4,
    primitive: { kind: 'per-case', off: 1 },
    counts: t('逾期报送的情况表、半年总结、重大事项', 'tables, half-year summaries and major matters filed late'),
  },
  {
    ...judged,
    id: 'experience',
    ...t('经验推广', 'Experience passed on'),
    points: 4,
    primitive: {
      kind: 'judged',
      bands: [
        { id: 'reached', ...t('达成预期', 'as expected'), minPercent: 80, maxPercent: 100 },
        { id: 'partly', ...t('部分达成', 'in part'), minPercent: 60, maxPercent: 80 },
        { id: 'missed', ...t('未达成', 'not reached'), minPercent: 0, maxPercent: 60 },
      ],
    },
    counts: t('可复制经验及其推广', 'practice that can be copied, and how it was passed on'),
  },
]

const money: readonly EvaluationItem[] = [
  {
    ...judged,
    id: 'accounting',
    ...t('独立核算和制度', 'Separate accounts and rules'),
    points: 4,
    primitive: {
      kind: 'checklist',
      elements: [
        { id: 'separate', ...t('省级资金单独核算', 'provincial money accounted separately'), points: 2 },
        { id: 'rules', ...t('资金管理制度健全', 'rules for the money complete'), points: 2 },
      ],
    },
    counts: t('专账和资金管理制度', 'the separate ledger and the rules for the money'),
  },
  {
    ...computed,
    from: 'money-spent',
    id: 'execution',
    ...t('预算执行率', 'Budget execution'),
    points: 4,
    primitive: { kind: 'ratio', direction: 'at-least', lidPercent: 100, figure: percent },
    counts: t('省级资金支出占到位资金的比例', 'provincial money spent, of what was received'),
    mayDrop: true,
  },
  {
    ...computed,
    from: 'earmarked-use',
    id: 'earmarked',
    ...t('使用合规', 'Use of the money'),
    points: 5,
    primitive: {
      kind: 'checklist',
      elements: [
        { id: 'tailored-share', ...t('个性服务支出占比达标', 'share of tailored services reached'), points: 2 },
        { id: 'no-forbidden-use', ...t('没有禁止的用途', 'no forbidden use'), points: 3 },
      ],
    },
    counts: t('个性服务占比、禁止用途', 'share of tailored services, forbidden uses'),
  },
  {
    ...computed,
    from: 'late-publication',
    id: 'disclosure',
    ...t('信息公开', 'Publication'),
    points: 2,
    primitive: { kind: 'per-case', off: 1 },
    counts: t('应公开而未及时公开的事项', 'what had to be public and was not in time'),
  },
]

const parts: readonly EvaluationPart[] = [
  { ...cited, id: 'targets', ...t('目标任务完成情况', 'Targets'), points: 50, bonus: false, items: targets },
  { ...cited, id: 'work', ...t('工作举措和成效', 'Work and its effect'), points: 35, bonus: false, items: work },
  { ...cited, id: 'money', ...t('资金管理和使用', 'Money'), points: 15, bonus: false, items: money },
]

const vetoes: readonly VetoRule[] = [
  {
    ...cited,
    id: 'false-evidence',
    ...t('虚报已查实', 'False evidence proven'),
    cap: 'fail',
    when: { by: 'finding', finding: 'false-evidence' },
  },
  {
    ...cited,
    id: 'money-misused',
    ...t('截留、挪用已查实', 'Withheld or misused money proven'),
    cap: 'fail',
    when: { by: 'finding', finding: 'money-misused' },
  },
  {
    ...cited,
    id: 'unapproved-change',
    ...t('擅自变更目标或试点企业', 'Targets or enterprises changed without approval'),
    cap: 'pass',
    when: { by: 'finding', finding: 'unapproved-change' },
  },
]

/** Annex 2 was not found, so all of it is inferred: parts and grades of the nearest relative (50/35/15), items of this programme's duties. */
export const zj2023Evaluations: readonly EvaluationForm[] = [
  {
    ...cited,
    id: 'zj-2023',
    ...t('绩效评价表', 'Evaluation form'),
    of: ['mid-term-evaluation', 'final-evaluation'],
    lid: 100,
    parts,
    vetoes,
  },
]

/** After one full year and after the whole period; the days are inferred, and that both bureaus of the county are heard. */
export const zj2023EvaluationCourse: EvaluationCourse = {
  fullYears: { 'mid-term-evaluation': 1, 'final-evaluation': 2 },
  selfDays: 10,
  objectionDays: 5,
  countyOpinion: { 'final-evaluation': { bureaus: ['economy', 'finance'], days: 10 } },
  publication: { workingDays: 5, measures: ['criticism'], clause: 'G5.3', source: 'inferred' },
  clause: 'G5.3',
  source: 'inferred',
}
