import type { Text } from '../../../shared/words.ts'

export const returnRefusals = {
  'returns.no-return-owed': { zh: '{periodZh}不需要填报。', en: 'No return is owed for {periodEn}.' },
  'returns.opened-before': {
    zh: '{periodZh}的{returnZh}已经生成。',
    en: 'The {returnEn} of {periodEn} is already open.',
  },
  'returns.period-not-over': { zh: '{periodZh}到 {day} 才结束。', en: '{periodEn} ends on {day}.' },
  'returns.one-before-missing': {
    zh: '请先生成{periodZh}的{returnZh}。',
    en: 'The {returnEn} of {periodEn} comes first.',
  },
  'returns.one-before-not-submitted': {
    zh: '请先报送{periodZh}的{returnZh}。',
    en: 'The {returnEn} of {periodEn} has to be submitted first.',
  },
  'returns.plan-not-approved': {
    zh: '方案通过审核、目标锁定后才能填报。',
    en: 'There is no return before the plan is approved and its targets are locked.',
  },
  'returns.reason-for-delay-missing': {
    zh: '指标 {indicator} 落后 {gap} 个百分点，请说明原因和措施。',
    en: 'Indicator {indicator} is {gap} points behind; give the reason and what is done about it.',
  },
  'returns.figure-not-stated': {
    zh: '指标 {indicator} 须由园区说明数值和依据。',
    en: 'Indicator {indicator} is for the park to state: give its figure and proof.',
  },
  'returns.figure-without-number': {
    zh: '指标 {indicator} 的说明中没有数值：须说明数值和依据，没有的，说明“无”及依据。',
    en: 'The words on {indicator} hold no figure: state figure and proof, or “none” and why.',
  },
  'returns.figure-out-of-nothing': {
    zh: '指标 {indicator} 没有可核定的数值。',
    en: 'Indicator {indicator} has no figure to accept.',
  },
  'returns.bad-figure': { zh: '指标 {indicator} 的核定值不正确。', en: 'The figure for {indicator} is not valid.' },
  'returns.figure-raised': {
    zh: '指标 {indicator} 的核定值 {accepted} 高于表列数值 {computed}，只能核减。',
    en: 'Indicator {indicator}: {accepted} is above the {computed} that stands; figures may only be reduced.',
  },
  'returns.reduced-without-reason': {
    zh: '核减指标 {indicator} 须说明理由。',
    en: 'Reducing {indicator} needs a reason.',
  },
  'returns.finer-than-its-unit': {
    zh: '指标 {indicator} 的核定值应为{kindZh}。',
    en: 'The accepted figure of {indicator} has to be {kindEn}.',
  },
  'returns.nothing-to-lift': {
    zh: '该项核减不在此前的报表中，或已恢复。',
    en: 'No such reduction stands from an earlier table, or it is lifted already.',
  },
  'returns.lifted-without-reason': {
    zh: '恢复{periodZh}对指标 {indicator} 的核减须说明理由。',
    en: 'Lifting the reduction of {indicator} in {periodEn} needs a reason.',
  },
  'returns.one-before-not-accepted': {
    zh: '请先核定{periodZh}的{returnZh}：其核减在以后各期继续有效。',
    en: 'The {returnEn} of {periodEn} has to be accepted first: what it reduces stands in every later one.',
  },
  'returns.not-recorded': {
    zh: '本版指南的该表核定后即告完成，无须备案。',
    en: 'Under this edition an accepted table is complete; nobody records it.',
  },
  'returns.county-incomplete': {
    zh: '尚未核定：{parks}；收齐后才能备案。',
    en: 'Not accepted yet: {parks}. They are recorded when all are in.',
  },
  'returns.county-recorded': { zh: '各园区均已备案。', en: 'All parks are on record already.' },
  'returns.cannot-be-overtyped': {
    zh: '数值由系统按已认可记录计算，不能改写。',
    en: 'Figures are computed from accepted records and cannot be overtyped.',
  },
} as const satisfies Record<string, Text>
