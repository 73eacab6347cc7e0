import type { Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '常态化服务', en: 'Standing service' },
  batch: { zh: (name: string) => `常态化服务·${name}`, en: (name: string) => `Standing service · ${name}` },
  batchWithout: {
    zh: (year: number) => `常态化服务·${year}年起`,
    en: (year: number) => `Standing service · from ${year}`,
  },
  open: { zh: '开展常态化服务', en: 'Go on serving' },
  goTo: { zh: '进入常态化服务', en: 'To standing service' },
  offer: {
    zh: '试点已结项。园区可以继续为企业诊断和服务，沿用原方案的企业、合作机构和产品。',
    en: 'The pilot is closed. The park may go on diagnosing and serving, with the enterprises, agencies and products of its plan.',
  },
  offerWithout: {
    zh: '园区没有试点也可以为企业诊断和服务。开展后先登记企业、合作机构和产品。',
    en: 'A park may diagnose and serve without a pilot. It begins by entering its enterprises, agencies and products.',
  },
  outside: {
    zh: '常态化服务不计入试点的指标、报表和合计，不使用奖补资金，也没有报送任务。',
    en: 'Standing service counts in no indicator, table or sum of a pilot, uses no award, and owes no report.',
  },
  opened: { zh: '已开展常态化服务', en: 'Standing service has begun' },
  services: { zh: '服务', en: 'Services' },
  since: { zh: '开始日期', en: 'Since' },
  work: { zh: '开展的工作', en: 'Its work' },
  enterprises: { zh: '企业与诊断', en: 'Enterprises and diagnoses' },
  activities: { zh: '普惠服务活动', en: 'Activities' },
  lede: {
    zh: '任何园区都可以不经试点为企业诊断和服务（G6.1）：试点已结项的沿用原方案的清单，没有试点的自行登记。',
    en: 'Any park may diagnose and serve without a pilot (G6.1): after one by the lists of its plan, without one by lists of its own.',
  },
  park: { zh: '园区', en: 'Park' },
  county: { zh: '县(市、区)', en: 'County' },
  state: { zh: '状态', en: 'State' },
  lastBatch: { zh: '试点批次', en: 'Pilot of' },
  neverPilot: { zh: '没有试点', en: 'never a pilot' },
  act: { zh: '办理', en: 'Act' },
  search: { zh: '园区名称', en: 'Park' },
  noParks: {
    zh: '您的管辖范围内没有登记园区。园区由系统管理员登记。',
    en: 'No park is registered in your area. The system administrator registers parks.',
  },
  beginAt: { zh: (park: string) => `${park}开展常态化服务`, en: (park: string) => `Standing service of ${park}` },
  lists: { zh: '企业、机构与产品', en: 'Enterprises, agencies and products' },
  listsEmpty: {
    zh: '还没有登记企业或机构产品，登记后才能诊断和服务。',
    en: 'Enterprises or products are not entered yet; diagnosing and serving begins with them.',
  },
  version: {
    zh: (no: number, day: string) => `第 ${no} 版，${day} 起生效`,
    en: (no: number, day: string) => `Version ${no}, in force since ${day}`,
  },
  listsNote: {
    zh: '可以新增、修改和移出，保存后立即生效，不须审批。还有未办结服务的企业、机构和产品不能移出；移出后的诊断、服务和登记仍可查阅。',
    en: 'Rows may be added, changed and ended; it holds at once and nobody approves it. What a service not yet closed stands on stays; diagnoses, services and registers of what has left can still be read.',
  },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  leave: { zh: '返回', en: 'Back' },
  drop: { zh: '放弃修改', en: 'Drop the changes' },
  saved: { zh: (no: number) => `已保存为第 ${no} 版`, en: (no: number) => `Saved as version ${no}` },
  stale: {
    zh: (no: number) => `清单已更新到第 ${no} 版，这里的修改依据的是以前的版本，不能保存。`,
    en: (no: number) =>
      `The lists stand at version ${no}; what is changed here was drawn against an earlier one and cannot be saved.`,
  },
  staleNow: {
    zh: '清单已有新版本，请放弃修改后重新填写。',
    en: 'The lists have a newer version; drop the changes and make them again.',
  },
  differences: { zh: '本次修改', en: 'What changes' },
} as const satisfies Words

export const stateWords = {
  serving: { zh: '已开展', en: 'Serving' },
  'in-pilot': { zh: '试点运行中', en: 'In a pilot' },
  open: { zh: '未开展', en: 'Not begun' },
} as const satisfies Words
