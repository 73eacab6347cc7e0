import type { Text, Words } from '../../../shared/words.ts'

export const words = {
  title: { zh: '工作指南', en: 'The guide' },
  subtitle: {
    zh: (n: number, binding: number) => `共 ${n} 条，其中 ${binding} 条由系统强制执行`,
    en: (n: number, binding: number) => `${n} clauses, ${binding} of them enforced by the system`,
  },
  pilot: { zh: '试点园区', en: 'Pilot park' },
  allPilots: { zh: (n: number) => `全部试点（${n}）`, en: (n: number) => `All pilots (${n})` },
  show: { zh: '状态', en: 'State' },
  all: { zh: '全部条款', en: 'All clauses' },
  binding: { zh: '强制', en: 'binding' },
  bindingHint: { zh: '不符合的办理由系统拒绝或暂停', en: 'What breaks it is refused or held by the system' },
  duty: { zh: '限期', en: 'dated' },
  dutyHint: { zh: '须在规定日期前完成', en: 'Owed by a day' },
  carried: { zh: '沿用', en: 'carried over' },
  carriedHint: {
    zh: '本批次的文件未另作规定，沿用上一版的条款（推定）',
    en: 'The papers of this batch are silent about it; the older clause is carried over (inferred)',
  },
  pilots: {
    zh: (n: number) => `${n} 个`,
    en: (n: number) => (n === 1 ? '1 pilot' : `${n} pilots`),
  },
  more: {
    zh: (n: number) => `查看 ${n} 个试点`,
    en: (n: number) => (n === 1 ? 'Show 1 pilot' : `Show ${n} pilots`),
  },
  go: { zh: '前往', en: 'Go there' },
  cited: {
    zh: (rules: number, tests: number) => `规则 ${rules} 处，测试 ${tests} 处`,
    en: (rules: number, tests: number) => `rules in ${rules} files, tests in ${tests}`,
  },
  notCited: { zh: '由记录和页面支持，无强制规则', en: 'supported by records and pages, no rule enforces it' },
  rules: { zh: '依据本条的规则', en: 'Rules that stand on it' },
  tests: { zh: '核验本条的测试', en: 'Tests that check it' },
  breaking: { zh: '含违反本条的尝试', en: 'tries to break it' },
  nothing: { zh: '没有处于该状态的条款', en: 'No clause is in this state' },
  inferred: {
    zh: '条款内容为本系统的概括表述；未公开的附件内容为推定。',
    en: 'Clauses are worded by this system; what the annexes say is not public and inferred.',
  },
} as const satisfies Words

/** Chapters by how their clauses begin, in order. */
export const chapters: readonly (Text & { readonly begins: RegExp; readonly id: string })[] = [
  { id: 'G0', begins: /^G0$/, zh: '适用范围', en: 'Scope' },
  { id: 'G1', begins: /^G1\./, zh: '一、服务内容', en: '1. Services' },
  { id: 'G2', begins: /^G2\./, zh: '二、职责分工', en: '2. Who does what' },
  { id: 'G3', begins: /^G3\./, zh: '三、园区实施', en: '3. The park' },
  { id: 'G4', begins: /^G4\./, zh: '四、资金拨付与使用', en: '4. The money' },
  { id: 'G5', begins: /^G5\./, zh: '五、监督与评价', en: '5. Supervision and evaluation' },
  { id: 'G6', begins: /^G6\./, zh: '六、长效与推广', en: '6. Lasting effect' },
  { id: 'GA', begins: /^GA/, zh: '附件', en: 'Annexes' },
  { id: 'H', begins: /^H/, zh: '第三批', en: 'Third batch' },
]
