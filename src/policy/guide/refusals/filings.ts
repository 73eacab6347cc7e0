import type { Text } from '../../../shared/words.ts'

export const filingRefusals = {
  'filing.not-owed': {
    zh: '该单位在本批次不需要报送{kindZh}。',
    en: 'This unit owes no {kindEn} in this batch.',
  },
  'filing.period-not-asked': {
    zh: '{kindZh}不分期间，请勿填写。',
    en: '{kindEn} has no period; leave it out.',
  },
  'filing.period-not-owed': {
    zh: '本批次不需要报送{periodZh}的{kindZh}。',
    en: 'No {kindEn} is owed for {periodEn} in this batch.',
  },
  'filing.period-not-over': {
    zh: '{periodZh}尚未结束，{day} 起可以编制{kindZh}。',
    en: '{periodEn} is not over; the {kindEn} can be written from {day} on.',
  },
  'filing.opened-before': {
    zh: '这份材料已经开始编制，请直接打开。',
    en: 'This filing has been opened already; continue there.',
  },
  'filing.not-the-preparer': {
    zh: '{kindZh}由{postsZh}编制和报送。',
    en: 'The {kindEn} is prepared and filed by: {postsEn}.',
  },
  'filing.not-the-reopener': {
    zh: '{kindZh}由{whoZh}重新开放。',
    en: 'The {kindEn} is opened again by: {whoEn}.',
  },
  'filing.owed-anyway': {
    zh: '{kindZh}是应报事项，不能作废。',
    en: 'The {kindEn} is owed; it cannot be discarded.',
  },
  'filing.filed-once': {
    zh: '已报送过的材料不能作废，请补正后再报。',
    en: 'What was filed once stays; correct it and file it again.',
  },
  'filing.withdrawn-without-reason': {
    zh: '撤回须说明理由，理由留在办理记录中。',
    en: 'Say why it is taken back; the reason stays on its history.',
  },
  'filing.discarded-without-reason': {
    zh: '作废须写明理由。',
    en: 'Say why it is discarded.',
  },
  'filing.section-made': {
    zh: '“{sectionZh}”由系统根据记录生成，不能填写；记录变化后请更新草稿。',
    en: '{sectionEn} is made from the records and not written; draft it anew when they change.',
  },
  'filing.nothing-drafted': {
    zh: '这份材料没有由系统起草的内容。',
    en: 'Nothing in this filing is drafted by the system.',
  },
  'filing.foreign-park': {
    zh: '第 {row} 行的园区不属于本县本批次。',
    en: 'Row {row}: this park is not one of the county in this batch.',
  },
} as const satisfies Record<string, Text>
