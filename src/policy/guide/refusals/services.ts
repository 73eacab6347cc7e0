import type { Text } from '../../../shared/words.ts'

export const serviceRefusals = {
  'services.not-tailored': {
    zh: '“{kindZh}”是普惠服务，不能作为个性服务下单。',
    en: '“{kindEn}” is a universal service, not a tailored one.',
  },
  'services.not-a-pilot-enterprise': {
    zh: '该企业不是本试点已锁定的试点企业。',
    en: 'This enterprise is not one of the locked pilot enterprises.',
  },
  'services.not-diagnosed': {
    zh: '须先完成对该企业的全面诊断，再安排个性服务。',
    en: 'The enterprise must be diagnosed before a tailored service.',
  },
  'services.question-unanswered': { zh: '请回答：{questionZh}', en: 'Please answer: {questionEn}' },
  'services.unknown-answer': { zh: '该题没有这个选项：{questionZh}', en: 'There is no such answer to: {questionEn}' },
  'services.unknown-question': {
    zh: '问卷中没有“{question}”这一题。',
    en: 'The questionnaire has no question “{question}”.',
  },
  'services.too-fine-figure': {
    zh: '最多六位小数（单位万元，精确到分）。',
    en: 'At most six decimals: in 10,000 yuan, down to one fen.',
  },
  'services.bad-figure': { zh: '须为不小于零的数。', en: 'A number of zero or more is needed.' },
  'services.impossible-figure': {
    zh: '数字超过 {most} 亿元，不可能是一家企业一年的数；请核对是否以万元计。',
    en: 'More than {most} hundred million yuan is no figure of one enterprise in a year; check that it is in 10,000 yuan.',
  },
  'services.doubtful-figure': {
    zh: '{doubtZh}核对无误的，请勾选“数字已核对，确实如此”后再提交。',
    en: '{doubtEn} If it is right, tick “figures checked” and submit again.',
  },
  'services.founded-after-diagnosis': {
    zh: '成立日期 {day} 晚于诊断日期 {on}。',
    en: 'Founded on {day}, after the diagnosis of {on}.',
  },
  'services.need-missing': { zh: '请写明企业需求。', en: 'Describe the need of the enterprise.' },
  'services.standing': {
    zh: '常态化服务不计入试点指标和报表，也不使用奖补资金。',
    en: 'Standing service counts in no indicator and table of a pilot, and uses no award.',
  },
  'services.outside-period': {
    zh: '日期 {day} 不在实施期 {from} 至 {to} 内。',
    en: '{day} is outside the period {from} to {to}.',
  },
  'services.after-step-after': {
    zh: '日期 {day} 晚于{stepZh} {after}。',
    en: '{day} is after {stepEn}, {after}.',
  },
  'services.before-step-before': {
    zh: '日期 {day} 早于{stepZh} {before}。',
    en: '{day} is before {stepEn}, {before}.',
  },
  'services.choice-missing': { zh: '请选定一个产品。', en: 'Choose one of the products.' },
  'services.choice-not-a-candidate': {
    zh: '选定的产品不在比选的产品之中。',
    en: 'The chosen product is not among those compared.',
  },
  'services.candidate-of-other-kind': {
    zh: '比选的产品必须都是“{kindZh}”类。',
    en: 'All products compared must be of the kind “{kindEn}”.',
  },
  'services.choice-without-reason': { zh: '请写明选定理由。', en: 'The record of choice needs its reason.' },
  'services.too-few-agencies': {
    zh: '互不关联的机构只有 {count} 家，少于 {min} 家，请书面说明理由。',
    en: 'Only {count} unrelated agencies were compared, fewer than {min}; give a written reason.',
  },
  'services.contract-for-other-product': {
    zh: '合同的产品与选定的产品不一致。',
    en: 'The contract is for another product than the one chosen.',
  },
  'services.contract-number-missing': { zh: '请填写合同编号。', en: 'The contract number is needed.' },
  'services.contract-file-missing': { zh: '请上传合同文本。', en: 'The contract must be uploaded.' },
  'services.bad-amount': {
    zh: '金额须为不小于零的数，精确到分。',
    en: 'The amount must be zero or more, in whole fen.',
  },
  'services.above-agreed-price': {
    zh: '合同价 {price} 元高于协议价 {agreed} 元。',
    en: 'The price of {price} yuan is above the agreed price of {agreed} yuan.',
  },
  'services.above-market-price': {
    zh: '合同价 {price} 元高于市场价 {market} 元，且没有经审核的例外理由。',
    en: 'The price of {price} yuan is above the market price of {market} yuan, without an approved exception.',
  },
  'services.shares-do-not-add-up': {
    zh: '省级资金、园区、企业三项合计 {sum} 元，与合同价 {price} 元不等。',
    en: 'The three shares add up to {sum} yuan, the price is {price} yuan.',
  },
  'services.no-fund-line': {
    zh: '使用省级资金须指定资金使用方案中的用途。',
    en: 'Provincial money needs a line of the fund-use plan.',
  },
  'services.fund-line-of-other-kind': {
    zh: '所选用途只能用于“{kindZh}”。',
    en: 'This fund line is for “{kindEn}” only.',
  },
  'services.above-fund-line': {
    zh: '省级资金 {amount} 元超过该用途可用额 {available} 元。',
    en: '{amount} yuan of provincial money exceed the {available} yuan available on the fund line.',
  },
  'services.visit-without-content': { zh: '请写明服务内容。', en: 'Describe what was done on the visit.' },
  'services.delivery-without-summary': { zh: '请填写成果名称。', en: 'Describe what was delivered.' },
  'services.answer-without-name': { zh: '请填写确认人姓名。', en: 'Say who answers.' },
  'services.delivery-without-remedy': {
    zh: '企业曾提出异议，请写明针对异议的改进。',
    en: 'The enterprise disputed the last delivery: say what was put right.',
  },
  'services.bad-rating': { zh: '评分须为 1 至 5 的整数。', en: 'The rating is a whole number from 1 to 5.' },
  'services.dispute-without-reason': { zh: '请写明异议内容。', en: 'Say what is disputed.' },
  'services.no-contract': { zh: '该服务尚无合同。', en: 'This service has no contract.' },
  'services.not-fully-paid': {
    zh: '已支付 {paid} 元，应付 {owed} 元，尚未付清。',
    en: '{paid} of {owed} yuan are paid.',
  },
  'services.unpaid': { zh: '该服务尚有应付款，不能归档。', en: 'Money is still owed; the service cannot be closed.' },
  'services.rest-without-reason': {
    zh: '合同尚有园区应付的 {rest} 元未开票，请写明不再开票的理由。',
    en: '{rest} yuan of what the park owes under the contract are not invoiced: say why they will not be.',
  },
  'services.not-confirmed': { zh: '企业尚未确认。', en: 'Not confirmed by the enterprise.' },
  'services.proof-missing': {
    zh: '缺少佐证“{proofZh}”：已有 {have}，需要 {need}{whyZh}。',
    en: 'Evidence missing: {proofEn}, {have} of {need}{whyEn}.',
  },
  'services.made-in-the-product': {
    zh: '“{proofZh}”由系统在相应步骤中形成，不能另行上传。',
    en: '“{proofEn}” comes from its own step here and is not uploaded.',
  },
  'services.proof-of-other-kind': {
    zh: '“{proofZh}”不是“{kindZh}”所需的佐证。',
    en: '“{proofEn}” is not a proof that “{kindEn}” asks for.',
  },
  'services.photo-is-no-photo': { zh: '现场照片须为图片文件。', en: 'A photo on site must be a picture.' },
  'services.link-used': { zh: '该确认链接已使用，不能再次提交。', en: 'This link has been used; it works once.' },
  'services.link-replaced': {
    zh: '已有新的确认链接，本链接不再有效，请使用最近收到的一条。',
    en: 'A newer link takes the place of this one; use the last one you received.',
  },
  'services.link-of-former-contact': {
    zh: '本链接发给原登记的联系人，联系人已变更，不能再凭此答复；请联系园区向现在的联系人重新发送。',
    en: 'This link went to a former contact and answers nothing any more; ask the park to send one to the present contact.',
  },
  'services.link-expired': {
    zh: '该确认链接已于 {day} 失效，请联系园区重新发送。',
    en: 'This link expired on {day}; ask the park to send a new one.',
  },
  'services.link-answers-itself': {
    zh: '当前以“{name}”登录。确认须由受服务企业作出，请在企业的手机上打开本链接。',
    en: 'You are signed in as “{name}”. Only the served enterprise may answer: open the link on its own phone.',
  },
  'services.no-contact': {
    zh: '该企业尚未登记联系人，无法发送确认链接。联系人由{whoZh}登记，园区不能代填。',
    en: 'The enterprise has no registered contact to send the link to. {whoEn} can register one; the park cannot.',
  },
  'services.nothing-carries': {
    zh: '本系统尚未接通短信或钉钉，无法发送。可由{whoZh}打印确认单，或由企业以自己的账号确认。',
    en: 'Neither text messages nor DingTalk are connected. {whoEn} can print a slip, or the enterprise answers by its own account.',
  },
  'services.link-too-often': {
    zh: '同一服务一天内最多发送 {most} 次，请明天再试。',
    en: 'At most {most} links a day for one service; try again tomorrow.',
  },
  'services.slip-code-missing': {
    zh: '请填写登记手机号码后四位。',
    en: 'Enter the last four digits of the registered mobile number of the enterprise.',
  },
  'services.slip-code-wrong': {
    zh: '后四位与企业登记的手机号码不符，还可以填写 {left} 次；错满 {most} 次，本确认单作废。',
    en: 'These are not the last four digits of the registered number; tries left: {left}. After {most} wrong ones the slip is void.',
  },
  'services.slip-void': {
    zh: '后四位已错满五次，本确认单作废。请联系县级经信部门重新打印。',
    en: 'Five wrong tries: this slip is void. Ask the county economy bureau for another.',
  },
  'contacts.name-missing': { zh: '请填写联系人。', en: 'Enter the name of the contact.' },
  'contacts.no-mobile': { zh: '请填写手机号码，须为 11 位。', en: 'Enter the mobile number, of 11 digits.' },
  'contacts.nothing-changed': { zh: '与现有登记相同，没有变更。', en: 'This is what is registered already.' },
  'contacts.change-without-reason': { zh: '变更联系人须写明理由。', en: 'Say why the contact is changed.' },
  'services.too-many-to-export': {
    zh: '符合条件的记录有 {count} 条，一次最多导出 {max} 条，请缩小筛选范围。',
    en: '{count} records match; at most {max} fit into one export. Narrow the filter.',
  },
  'services.correction-by-another': {
    zh: '只能由原登记人或园区负责人更正。',
    en: 'It is corrected by who recorded it, or by the manager of the park.',
  },
  'services.diagnosis-after-need': {
    zh: '诊断日期 {day} 晚于该企业首个需求的日期 {need}。',
    en: 'The diagnosis of {day} would come after the first need of the enterprise, {need}.',
  },
  'services.diagnosed-before': {
    zh: '该企业已完成诊断，每家试点企业诊断一次。',
    en: 'This enterprise has been diagnosed; it is done once.',
  },
  'services.contract-number-taken': {
    zh: '该合同编号在本试点中已使用。',
    en: 'Another contract of this pilot has this number.',
  },
  'services.not-universal': {
    zh: '“{kindZh}”是个性服务，不能登记为活动。',
    en: '“{kindEn}” is a tailored service, not an activity.',
  },
  'services.activity-without-title': { zh: '请填写活动名称。', en: 'The activity needs a title.' },
  'services.nobody-came': { zh: '请登记至少一家参加企业。', en: 'Record at least one enterprise that took part.' },
  'services.enterprise-named-twice': {
    zh: '企业 {uscc} 登记了两次。',
    en: 'The enterprise {uscc} stands on the list twice.',
  },
  'services.attendee-named-otherwise': {
    zh: '该信用代码属于试点企业“{known}”，与填写的“{named}”不一致。',
    en: 'The credit code is that of the pilot enterprise “{known}”, not of “{named}”.',
  },
  'services.attendee-name-is-none': {
    zh: '“{named}”不是企业名称，请填写企业名称。',
    en: '“{named}” is not the name of an enterprise.',
  },
  'services.attendee-without-name': { zh: '请填写企业名称。', en: 'The enterprise needs its name.' },
  'services.activity-withdrawn': {
    zh: '该活动已撤回，不再更正或补充。',
    en: 'The activity was withdrawn; nothing of it is corrected or added.',
  },
  'services.doubtful-head-count': {
    zh: '{doubtZh}确实如此的，勾选“人数已核对”。',
    en: '{doubtEn} If it is so, tick that the head counts were checked.',
  },
  'services.bad-head-count': {
    zh: '参加人数须为 1 至 {max} 的整数。',
    en: 'The head count is a whole number from 1 to {max}.',
  },
  'services.bad-answer-count': {
    zh: '答卷份数须为 0 至 {max} 的整数。',
    en: 'The number of answers is a whole number from 0 to {max}.',
  },
  'services.no-answers': {
    zh: '请至少填写一份有效答卷；没有收到答卷的，不用登记。',
    en: 'Enter at least one valid answer; where none came back there is nothing to enter.',
  },
  'services.more-answers-than-people': {
    zh: '答卷 {answers} 份，多于参加活动的 {people} 人，请核对答卷份数或参加人数。',
    en: '{answers} answers of {people} people who took part: check the answers or the head counts.',
  },
  'services.answers-without-papers': {
    zh: '请上传答卷扫描件，份数据此核对。',
    en: 'Upload the scanned questionnaires that the answers were counted from.',
  },
} as const satisfies Record<string, Text>
