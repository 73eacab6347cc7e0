import type { Text } from '../../../shared/words.ts'

export const matterRefusals = {
  'matter.plan-not-approved': {
    zh: '方案尚未通过并锁定，无须报告重大事项，可直接修改方案。',
    en: 'The plan is not approved yet: it is still open, and there is nothing a major matter could change.',
  },
  'matter.not-happened-yet': {
    zh: '发生时间不能晚于现在。',
    en: 'It cannot have happened later than now.',
  },
  'matter.before-the-plan': {
    zh: '发生日 {day} 早于方案通过之日 {plan}：方案通过以前的事项直接写进方案，不作重大事项报告。请核对年份。',
    en: 'It would have happened on {day}, before the plan was approved on {plan}; a matter is about the approved plan. Check the year.',
  },
  'matter.change-missing': {
    zh: '“{kindZh}”须附上请示调整的方案内容。',
    en: 'A “{kindEn}” must carry the change of the plan it asks for.',
  },
  'matter.kind-asks-no-change': {
    zh: '“{kindZh}”只作报告，不附方案调整。',
    en: 'A “{kindEn}” is a report only and carries no change of the plan.',
  },
  'matter.section-not-changeable': {
    zh: '“{kindZh}”不能调整“{sectionZh}”。',
    en: 'A “{kindEn}” cannot change “{sectionEn}”.',
  },
  'matter.change-stale': {
    zh: '方案已有第 {no} 版，本调整是对照以前的版本拟的，须对照现行版本重新拟定。',
    en: 'The plan now stands at version {no}; this change was drawn against an earlier one and must be drawn anew.',
  },
  'matter.nothing-changed': {
    zh: '拟调整的内容与现行方案完全相同。',
    en: 'Nothing in the proposed plan differs from the plan in force.',
  },
  'matter.identity-changed': {
    zh: '现行方案中的一行不能改成另一家企业、机构或另一类服务，请删除该行后另行新增。',
    en: 'A row in force cannot become another enterprise, agency or kind of service; remove it and add a new row.',
  },
  'matter.row-in-use': {
    zh: '“{name}”还有 {count} 项服务未办结，不能移出方案。',
    en: '“{name}” has {count} services not yet closed and cannot leave the plan.',
  },
  'matter.line-in-use': {
    zh: '资金用途“{name}”已签约和支出 {bound} 元，不能移出方案。',
    en: 'The fund line “{name}” has {bound} yuan bound and spent and cannot leave the plan.',
  },
  'matter.line-below-bound': {
    zh: '该行已签约和支出 {bound} 元，省级资金不能调到 {amount} 元。',
    en: '{bound} yuan are bound and spent on this line; its provincial money cannot fall to {amount} yuan.',
  },
  'matter.cannot-wait': {
    zh: '只调整目标或服务进度时才能另定生效日；企业、机构和资金的调整自批准之日起生效。',
    en: 'A later day can be named for targets and schedule only; enterprises, agencies and money change on approval.',
  },
  'matter.day-gone-by': {
    zh: '生效日 {day} 已经过去。',
    en: 'The day of entry into force, {day}, has gone by.',
  },
  'matter.day-after-period': {
    zh: '生效日 {day} 晚于实施期末日 {to}。',
    en: 'The day of entry into force, {day}, lies after the period, which ends on {to}.',
  },
  'matter.another-change-open': {
    zh: '本园区已有一项方案调整在审，须待其办结。',
    en: 'Another change of this park’s plan is under review; it has to be decided first.',
  },
  'matter.no-longer-possible': {
    zh: '这项调整现在不能批准：{becauseZh}',
    en: 'This change cannot be approved now: {becauseEn}',
  },
  'matter.numbered-at-once': {
    zh: '刚才有人同时登记了一项，请重试。',
    en: 'Somebody opened a matter at the same moment; please try again.',
  },
} as const satisfies Record<string, Text>
