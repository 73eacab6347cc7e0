import type { Text } from '../../../shared/words.ts'

export const planRefusals = {
  'plan.part-missing': { zh: '这一部分还没有内容。', en: 'This part is still empty.' },
  'plan.field-missing': { zh: '请填写。', en: 'Please fill this in.' },
  'plan.not-a-count': { zh: '须为大于零的整数。', en: 'A whole number above zero is needed.' },
  'plan.not-a-number': { zh: '须为不小于零的数。', en: 'A number of zero or more is needed.' },
  'plan.bad-amount': { zh: '金额须为不小于零的数，精确到分。', en: 'The amount must be zero or more, in whole fen.' },
  'plan.quarter-outside-period': {
    zh: '{quarterZh}不在实施期 {from} 至 {to} 内。',
    en: '{quarterEn} is outside the period {from} to {to}.',
  },
  'plan.quarters-reversed': { zh: '结束季度{toZh}早于开始季度{fromZh}。', en: '{toEn} ends before {fromEn} begins.' },
  'plan.no-tailored-service': {
    zh: '方案中没有个性服务，资金应主要用于试点企业个性服务。',
    en: 'The plan has no tailored service, for which the money is mainly meant.',
  },
  'plan.no-universal-service': {
    zh: '方案中没有普惠服务。',
    en: 'The plan has no universal service.',
  },
  'plan.kind-without-service': {
    zh: '“{kindZh}”未列入服务计划。',
    en: '“{kindEn}” is not in the schedule of services.',
  },
  'plan.service-without-money': {
    zh: '“{kindZh}”列入了服务计划，资金使用方案中没有对应的资金。',
    en: '“{kindEn}” is scheduled, but the fund-use plan has no line for it.',
  },
  'plan.target-beyond-plan': {
    zh: '目标为 {target}，{sourceZh}只有 {planned}；批准后两者都锁定，只能通过重大事项调整。',
    en: 'The target is {target}, {sourceEn} has only {planned}; once approved, both change only by a major matter.',
  },
  'plan.agency-without-service': {
    zh: '“{name}”登记的服务类别都未列入服务计划。',
    en: 'No service kind of “{name}” is in the schedule of services.',
  },
  'plan.more-paid-than-scheduled': {
    zh: '“{kindZh}”资金安排 {paid} 项，服务计划只有 {scheduled} 项。',
    en: '“{kindEn}”: money is planned for {paid}, the schedule has only {scheduled}.',
  },
  'plan.paid-before-scheduled': {
    zh: '“{kindZh}”计划于{quarterZh}用款，服务计划自{fromZh}开始。',
    en: '“{kindEn}”: money is planned for {quarterEn}, the service begins in {fromEn}.',
  },
  'plan.control-rules-missing': {
    zh: '请上传制度文件。',
    en: 'The internal fund-control rules must be uploaded.',
  },
  'plan.bad-uscc': { zh: '统一社会信用代码 {uscc} 不正确。', en: '{uscc} is not a valid credit code.' },
  'plan.uscc-by-licence': {
    zh: '统一社会信用代码 {uscc} 的校验不符，以所附营业执照为准。',
    en: 'The credit code {uscc} fails a check and stands on the licence beside it.',
  },
  'plan.odd-uscc': {
    zh: '统一社会信用代码 {uscc} 的组织机构代码校验不符，请核对。',
    en: 'The organisation code inside {uscc} does not check; please look again.',
  },
  'plan.listed-twice': { zh: '“{value}”重复。', en: '“{value}” is listed twice.' },
  'plan.agency-is-the-park': { zh: '园区自身不能作为合作机构。', en: 'The park itself cannot be a partner agency.' },
  'plan.agency-related-to-park': {
    zh: '“{name}”与园区有关联关系，不计入同类机构家数。',
    en: '“{name}” is related to the park and does not count as a choice.',
  },
  'plan.too-few-agencies': {
    zh: '“{kindZh}”只有 {count} 家互不关联的机构，少于 {min} 家，请书面说明理由。',
    en: '“{kindEn}” has {count} unrelated agencies, fewer than {min}; give a written reason.',
  },
  'plan.doubtful': { zh: '请核对：{doubtZh}', en: 'Check: {doubtEn}' },
  'plan.few-agencies-with-reason': {
    zh: '“{kindZh}”只有 {count} 家互不关联的机构，已说明理由，供审核。',
    en: '“{kindEn}” has {count} unrelated agencies; the reason is shown to the reviewers.',
  },
  'plan.no-product-of-kind': {
    zh: '“{kindZh}”没有可供企业选择的产品。',
    en: 'There is no product of “{kindEn}” to choose from.',
  },
  'plan.product-of-unlisted-agency': {
    zh: '产品“{name}”的机构不在合作机构清单中。',
    en: 'The agency of “{name}” is not on the list.',
  },
  'plan.product-outside-agency': {
    zh: '“{name}”未登记“{kindZh}”这一服务类别。',
    en: '“{name}” is not listed for “{kindEn}”.',
  },
  'plan.above-market-price': {
    zh: '协议价 {agreed} 元高于市场价 {market} 元，请调整或书面说明理由。',
    en: 'The agreed {agreed} yuan exceed the market price of {market} yuan; lower it or give a written reason.',
  },
  'plan.above-market-with-reason': {
    zh: '协议价 {agreed} 元高于市场价 {market} 元，已说明理由，供审核。',
    en: 'The agreed {agreed} yuan exceed the market price of {market} yuan; the reason is shown to the reviewers.',
  },
  'plan.forbidden-use': { zh: '激励资金不得用于{useZh}。', en: 'The money may not be used for {useEn}.' },
  'plan.shares-do-not-add-up': {
    zh: '数量×单价为 {total} 元，三项资金合计 {shares} 元，两者不等。',
    en: 'Quantity × unit price is {total} yuan, the three shares are {shares} yuan.',
  },
  'plan.line-of-nothing': { zh: '金额为零。', en: 'The line amounts to nothing.' },
  'plan.indicator-not-in-targets': {
    zh: '指标 {indicator} 不在绩效目标清单中。',
    en: 'The target list has no indicator {indicator}.',
  },
  'plan.lines-not-summed': {
    zh: '省级资金合计超出可计算的范围，请核对各行金额；激励资金为 {award} 元。',
    en: 'The provincial money of the lines is too large to be added up; check the amounts. The award is {award} yuan.',
  },
  'plan.lines-do-not-meet-award': {
    zh: '省级资金合计 {sum} 元，比激励资金 {award} 元{apartZh}。',
    en: 'Provincial money adds up to {sum} yuan, {apartEn} than the award of {award} yuan.',
  },
  'plan.tailored-share-low': {
    zh: '个性服务占省级资金 {percent}%，低于 {min}%。',
    en: 'Tailored services take {percent}% of the provincial money, less than {min}%.',
  },
  'plan.no-targets': { zh: '请填写绩效目标。', en: 'The target list is empty.' },
  'plan.unknown-indicator': { zh: '没有指标 {indicator}。', en: 'There is no indicator {indicator}.' },
  'plan.target-of-nothing': { zh: '目标值不能为零。', en: 'The target cannot be zero.' },
  'plan.percentage-above-hundred': { zh: '比率目标不能超过 100%。', en: 'This percentage cannot exceed 100.' },
  'plan.weights-not-hundred': { zh: '权重合计 {weight}，应为 100。', en: 'The weights add up to {weight}, not 100.' },
  'plan.indicators-left-out': {
    zh: '有 {count} 项指标未列入：{codes}。',
    en: '{count} indicators are left out: {codes}.',
  },
  'plan.no-enterprises': { zh: '至少需要一家试点企业。', en: 'At least one pilot enterprise is needed.' },
  'plan.enterprise-in-another-pilot': {
    zh: '统一社会信用代码 {uscc} 的企业已列入另一个在实施的试点，请核实是否重复享受支持。',
    en: 'The enterprise with credit code {uscc} stands in another running pilot; check that it is not supported twice.',
  },
  'plan.enterprise-in-pilot-of': {
    zh: '统一社会信用代码 {uscc} 的企业已列入{park}的试点（名单中为“{name}”），请核实是否重复享受支持。',
    en: 'The enterprise with credit code {uscc} stands in the running pilot of {park} as “{name}”; check that it is not supported twice.',
  },
  'plan.enterprise-too-large': {
    zh: '“{name}”属于大型企业，不能作为试点企业。',
    en: '“{name}” is a large enterprise and cannot be a pilot enterprise.',
  },
} as const satisfies Record<string, Text>
