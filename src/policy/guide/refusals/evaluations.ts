import type { Text } from '../../../shared/words.ts'

export const evaluationRefusals = {
  'evaluation.not-owed': {
    zh: '本批次的版本没有这项评价。',
    en: 'The edition of this batch knows no such evaluation.',
  },
  'evaluation.opened-before': {
    zh: '该园区的{evaluationZh}已经启动，请在原评价中办理。',
    en: '{evaluationEn} of this park was opened already; go on with that one.',
  },
  'evaluation.plan-not-approved': {
    zh: '方案尚未审核通过，没有可供评价的目标。',
    en: 'The plan is not approved, so there are no targets to hold the park to.',
  },
  'evaluation.year-not-full': {
    zh: '{evaluationZh}须在实施满 {years} 年后进行，截止日不得早于 {least}。',
    en: '{evaluationEn} is held after {years} full years: the cut-off is {least} or later.',
  },
  'evaluation.cut-off-to-come': {
    zh: '截止日 {day} 在今天（{today}）之后，尚无可计算的数据。',
    en: 'The cut-off {day} lies after today ({today}); there are no records of it yet.',
  },
  'evaluation.reported': {
    zh: '评价结果已写入报送材料，须先退回或重新开放该材料。',
    en: 'The result stands in a filing already; have that sent back or opened again first.',
  },
  'evaluation.unknown-item': { zh: '评价表中没有项目“{item}”。', en: 'The form has no item {item}.' },
  'evaluation.points-beyond': {
    zh: '“{itemZh}”的得分应在 0 至 {most} 分之间，至多两位小数。',
    en: '{itemEn} takes 0 to {most} points, with two decimals at most.',
  },
  'evaluation.points-asked': {
    zh: '“{itemZh}”由系统计算，只能改得分，不能改依据。',
    en: '{itemEn} is computed: its points may be changed, not what they are computed from.',
  },
  'evaluation.judged-by-form': {
    zh: '“{itemZh}”须按评价表规定的要素或档次认定，不能直接填分。',
    en: '{itemEn} is judged by the elements or bands of the form; its points are not typed.',
  },
  'evaluation.always-applies': {
    zh: '“{itemZh}”适用于所有园区，不能列为不适用。',
    en: '{itemEn} applies to every park; it cannot be left out.',
  },
  'evaluation.unknown-element': {
    zh: '“{itemZh}”没有“{element}”这一要素或档次。',
    en: '{itemEn} has no element or band {element}.',
  },
  'evaluation.outside-band': {
    zh: '认定为“{bandZh}”的，比例应在 {min}% 至 {max}% 之间，取整数。',
    en: 'Where it is judged “{bandEn}”, the share is {min} % to {max} %, whole.',
  },
  'evaluation.score-without-reason': {
    zh: '“{itemZh}”的评分与计算结果（{computed} 分）不同或须由人认定，请说明理由。',
    en: '{itemEn} was judged, or differs from what is computed ({computed}): say why.',
  },
  'evaluation.raised-without-proof': {
    zh: '“{itemZh}”高于计算结果（{computed} 分），请附佐证材料。',
    en: '{itemEn} lies above what is computed ({computed}): add a paper that proves it.',
  },
  'evaluation.given-without-proof': {
    zh: '“{itemZh}”没有计算结果，给分的请附佐证材料。',
    en: 'Nothing is computed for {itemEn}: add a paper that proves the points.',
  },
  'evaluation.dropped-without-proof': {
    zh: '“{itemZh}”有计算结果（{computed} 分），列为不适用的请附佐证材料。',
    en: '{itemEn} has a computed score ({computed}): to leave it out, add a paper that proves it does not apply.',
  },
  'evaluation.self-incomplete': {
    zh: '自评尚有 {count} 个项目未填写：{itemsZh}。',
    en: 'The self-evaluation lacks {count} items: {itemsEn}.',
  },
  'evaluation.final-incomplete': {
    zh: '尚有 {count} 个项目未评定：{itemsZh}。',
    en: '{count} items have no final score: {itemsEn}.',
  },
  'evaluation.agreed-before': {
    zh: '园区已确认无异议。',
    en: 'The park has agreed to the result already.',
  },
  'evaluation.objection-late': {
    zh: '异议期已于 {until} 届满。',
    en: 'The days for objections ended on {until}.',
  },
  'evaluation.objected-before': {
    zh: '对该项目的异议尚未答复，请等待答复。',
    en: 'Your objection to this item is not answered yet.',
  },
  'evaluation.objections-open': {
    zh: '尚有 {count} 条异议未答复。',
    en: 'Objections without an answer: {count}.',
  },
  'evaluation.answered-before': { zh: '该异议已经答复。', en: 'This objection was answered already.' },
  'evaluation.answer-changes-nothing': {
    zh: '采纳异议须改变该项目的得分；不改变的，请选择维持。',
    en: 'To uphold the objection, change the points of the item; otherwise let the score stand.',
  },
  'evaluation.expert-named-before': {
    zh: '该专家已列入本次评价。',
    en: 'This expert has a seat on the evaluation already.',
  },
  'evaluation.seat-ends-before': {
    zh: '评分期止 {to} 早于评分期起 {from}。',
    en: 'The seat ends on {to}, before it begins on {from}.',
  },
  'evaluation.seat-over': {
    zh: '评分期止 {to} 已过（今天 {today}）。',
    en: 'The seat would be over on {to}; today is {today}.',
  },
  'evaluation.expert-bound': {
    zh: '该专家的工作单位是{whoZh}，与被评价园区有利害关系，应当回避。',
    en: "The expert's employer is {whoEn}: bound to the park, and may not score it.",
  },
  'evaluation.bound-without-reason': {
    zh: '声明回避的，请说明与被评价园区的利害关系。',
    en: 'Say how you are bound to the park.',
  },
  'evaluation.declared-before': {
    zh: '您已声明：{declaredZh}。',
    en: 'You have declared already: {declaredEn}.',
  },
  'evaluation.stepped-aside': {
    zh: '您已声明回避，不参加本次评分。',
    en: 'You have stepped aside and do not score this park.',
  },
  'evaluation.not-declared': {
    zh: '评分前请先声明与被评价园区有无利害关系。',
    en: 'Declare first whether you are bound to the park.',
  },
  'evaluation.no-seat': { zh: '您未被列入本次评价的专家。', en: 'You have no seat on this evaluation.' },
  'evaluation.outside-seat': {
    zh: '您的评分期为 {from} 至 {to}。',
    en: 'Your seat is open from {from} to {to}.',
  },
  'evaluation.seat-taken-back': {
    zh: '您在本次评价中的专家席位已被收回。',
    en: 'Your seat on this evaluation was taken back.',
  },
  'evaluation.seat-of-nobody': { zh: '该账号未列入本次评价。', en: 'This account has no seat on the evaluation.' },
  'evaluation.seat-taken-back-before': {
    zh: '该专家的席位已经收回。',
    en: 'The seat of this expert was taken back already.',
  },
  'evaluation.no-expert-account': {
    zh: '只能列入本单位下的评审专家账号。',
    en: 'Only an account of an expert under your own unit can be given a seat.',
  },
  'evaluation.unsettled': {
    zh: '{park}的评价尚未办结：{stateZh}。',
    en: 'The evaluation of {park} is not settled: {stateEn}.',
  },
  'evaluation.not-opened': {
    zh: '{park}的评价尚未启动。',
    en: 'The evaluation of {park} was not opened.',
  },
  'evaluation.results-stale': {
    zh: '评价结果已有变化，请更新后再提交。',
    en: 'Results have changed since; refresh them before you submit.',
  },
  'evaluation.county-not-heard': {
    zh: '{seatsZh}尚未出具意见，听取后再告知拟定结果。',
    en: 'No opinion yet from: {seatsEn}. The draft result is told after it.',
  },
  'evaluation.opinion-not-asked': {
    zh: '这项评价不另听取县级意见。',
    en: 'No opinion of the county is asked for on this evaluation.',
  },
  'evaluation.opinion-of-others': {
    zh: '县级意见由园区所在县（市、区）的{seatsZh}出具。',
    en: "The opinion is given by the park's own county: {seatsEn}.",
  },
  'evaluation.unknown-grade': { zh: '请选择建议等次。', en: 'Choose the grade you propose.' },
  'evaluation.nothing-to-rectify': {
    zh: '评定等次不要求整改。',
    en: 'The grade asks for no rectification.',
  },
  'evaluation.rectification-waits': {
    zh: '已有一份整改报告待审核。',
    en: 'A report of rectification waits for its check already.',
  },
  'evaluation.rectified-before': { zh: '整改已经认定完成。', en: 'The rectification was accepted already.' },
  'evaluation.check-after-result': {
    zh: '评价结果已确定，不再登记现场核查。',
    en: 'The result is settled; no check on site belongs to it any more.',
  },
  'evaluation.check-before-opening': {
    zh: '核查日期 {on} 早于评价启动（{opened}），请核对。',
    en: 'Checked on {on}, before the evaluation was opened on {opened}; check the day.',
  },
  'evaluation.check-without-posts': { zh: '请选择参加核查的岗位。', en: 'Choose the posts that were on site.' },
  'evaluation.check-by-others': {
    zh: '参加核查的岗位须属于组织评价的部门。',
    en: 'The posts on site are those of the authority that holds the evaluation.',
  },
  'evaluation.check-without-findings': {
    zh: '请至少写明一个评价项目的核查情况。',
    en: 'Say of one item at least what was found.',
  },
  'evaluation.check-names-item-twice': {
    zh: '同一次核查中，一个项目只写一次。',
    en: 'One check names an item once.',
  },
  'evaluation.check-without-words': {
    zh: '未见或存疑的，请说明看到的情况。',
    en: 'Say what you saw of what is missing or in doubt.',
  },
  'evaluation.publication-not-asked': {
    zh: '本批次的版本不公示评价结果。',
    en: 'The edition of this batch publishes no results of evaluations.',
  },
  'evaluation.publish-after-record': {
    zh: '{kindZh}报告尚未办结（{stateZh}），结果生效后才能公示。',
    en: 'The report of the {kindEn} is not over ({stateEn}); its results are published once they are in force.',
  },
  'evaluation.published-before': {
    zh: '这份报告的结果已经公示，须先撤回才能重新公示。',
    en: 'The results of this report are on display already; withdraw that publication before publishing another.',
  },
  'evaluation.publication-none': {
    zh: '没有正在公示的结果。',
    en: 'No results are on display.',
  },
  'evaluation.rectification-decided': { zh: '该整改报告已经审核。', en: 'This report was decided already.' },
} as const satisfies Record<string, Text>
