import type { Text } from '../../../shared/words.ts'

export const closeOutRefusals = {
  'pilot.closed': {
    zh: '{park}的试点已于 {on} 结项，只供查阅，不再办理任何事项。',
    en: 'The pilot of {park} was closed on {on}: it is there to be read, and nothing of it changes any more.',
  },
  'standing.pilot-runs': {
    zh: '“{batch}”的试点尚未结项，服务记在该试点内；结项后再开展常态化服务。',
    en: 'The pilot of “{batch}” is not closed; services belong to it. Standing service begins after its close-out.',
  },
  'standing.open-already': {
    zh: '本园区已经在开展常态化服务。',
    en: 'This park is in standing service already.',
  },
  'standing.lists-stale': {
    zh: '企业、机构与产品已更新到第 {no} 版，本次修改依据的是以前的版本。请刷新后重新修改。',
    en: 'The lists now stand at version {no}; this change was made against an earlier one. Load them anew and change them again.',
  },
  'standing.lists-unchanged': {
    zh: '没有修改任何内容。',
    en: 'Nothing was changed.',
  },
  'standing.row-turned': {
    zh: '清单中原有的一行不能改成另一家企业、机构或另一类服务，请删除该行后另行新增。',
    en: 'A row of the lists cannot become another enterprise, agency or kind of service; remove it and add a new row.',
  },
  'standing.row-in-use': {
    zh: '“{name}”还有 {count} 项服务未办结，不能移出清单。',
    en: '“{name}” has {count} services not yet closed and cannot leave the list.',
  },
  'standing.not-here': {
    zh: '本园区正在开展常态化服务，没有试点方案、奖补资金、报送和评价，因此没有这一页。',
    en: 'This park is in standing service: it has no plan of a pilot, no award, no filings and no evaluation, so there is no such page.',
  },
  'pilot.not-closed': {
    zh: '试点尚未结项，结项备案后方可生成归档包。',
    en: 'The pilot is not closed yet; its archive is made once the close-out is on record.',
  },
  'closing.condition-open': {
    zh: '结项条件“{conditionZh}”尚未满足：{itemsZh}{moreZh}。',
    en: '“{conditionEn}” is not met: {itemsEn}{moreEn}.',
  },
  'closing.closed-before': { zh: '该试点已经结项，不重复办理。', en: 'The pilot is closed already.' },
  'closing.proposed-before': {
    zh: '结项已经提出，正在办理中，不重复提出。',
    en: 'It was proposed already and is on its way.',
  },
  'closing.changed-meanwhile': {
    zh: '办理期间试点又有事项未了，请刷新结项条件后再办理。',
    en: 'Something of the pilot has begun meanwhile; look at the conditions again.',
  },
  'closing.not-proposed': {
    zh: '县级经信部门尚未提出结项。',
    en: 'The county economy bureau has not proposed to close it.',
  },
  'closing.not-your-turn': {
    zh: '由提出部门撤回，或由当前办理部门退回。',
    en: 'It is taken back by the bureau that proposed it, or sent back by the one whose turn it is.',
  },
} as const satisfies Record<string, Text>
