import type { Text } from '../../../shared/words.ts'

/** Why an account, a unit, a batch or a pilot cannot be set up. */
export const unitRefusals = {
  'account.post-missing': { zh: '请选择岗位。', en: 'Choose the post.' },
  'account.no-such-post': { zh: '没有“{post}”这一岗位。', en: 'There is no post “{post}”.' },
  'account.post-not-in-unit': { zh: '该岗位不能设在{unit}。', en: 'This post does not belong in {unit}.' },
  'account.weak-password': {
    zh: '密码至少 8 位，并含大写、小写、数字、符号中的三类。',
    en: 'The password needs 8 characters from three of: upper case, lower case, digits, symbols.',
  },
  'account.common-password': {
    zh: '该密码过于常见，容易被猜中：请勿使用常用词、键盘顺序、年份或重复字符。',
    en: 'This password is among those guessed first: use no common word, keyboard row, year or repeated character.',
  },
  'account.name-in-password': {
    zh: '密码不能包含账号名称或单位名称。',
    en: 'The password must not contain the name of the account or of the unit.',
  },
  'account.former-password': {
    zh: '不能使用最近 {n} 次用过的密码。',
    en: 'One of your last {n} passwords cannot be used again.',
  },
  'account.no-such-unit': { zh: '没有名为“{unit}”的单位。', en: 'There is no unit “{unit}”.' },
  'account.several-units': {
    zh: '有 {n} 个名为“{unit}”的单位，请填写统一社会信用代码。',
    en: 'There are {n} units called “{unit}”: give the credit code.',
  },
  'account.other-uscc': {
    zh: '“{unit}”的统一社会信用代码不是这一个。',
    en: 'This is not the credit code of “{unit}”.',
  },
  'account.name-twice': {
    zh: '账号名称与 {place} 相同。',
    en: 'The account name stands at {place} already.',
  },
  'account.name-too-short': { zh: '账号名称至少 2 个字。', en: 'An account name has at least 2 characters.' },
  'account.link-used': {
    zh: '该链接已经使用过。如未能登录，请联系系统管理员重新生成。',
    en: 'This link was used already. If you cannot sign in, ask the administrator for another.',
  },
  'account.link-expired': {
    zh: '该链接已失效：超过有效期，或已重新生成。请联系系统管理员。',
    en: 'This link is no longer valid: it is too old, or another was made since. Ask the administrator.',
  },
  'account.link-closed': { zh: '该账号已停用。', en: 'This account is closed.' },
  'account.link-unknown': {
    zh: '链接不正确，请检查是否完整。',
    en: 'There is no such link; check that it is complete.',
  },
  'account.own-link': {
    zh: '本人的密码请在“修改密码”中修改。',
    en: 'Change your own password under “Change your password”.',
  },
  'account.not-approved': {
    zh: '该账号须经安全管理员审批后，才能生成激活单。',
    en: 'The security administrator approves this account before a slip is made for it.',
  },
  'account.one-is-enough': {
    zh: '园区、企业账号不需要审批，可直接办理。',
    en: 'Accounts of parks and enterprises need no approval: do it at once.',
  },
  'account.asked-already': {
    zh: '已提交审批，等待安全管理员办理。',
    en: 'It waits for the security administrator already.',
  },
  'account.approved-already': { zh: '已经审批，可以生成激活单。', en: 'It is approved: a slip can be made.' },
  'account.decided-already': { zh: '没有待审批的事项。', en: 'Nothing waits to be approved.' },
  'account.own-request': {
    zh: '本人账号的事项须由另一名安全管理员审批。',
    en: 'What is about your own account is approved by another security administrator.',
  },
  'account.no-reason': { zh: '退回须填写理由。', en: 'A reason is needed to send it back.' },
  'account.not-closed': { zh: '该账号没有停用。', en: 'This account is not closed.' },
  'account.needs-two': {
    zh: '该账号须由系统管理员提出、安全管理员审批后启用。',
    en: 'The system administrator asks to open this account again, and the security administrator approves.',
  },
  'account.own': { zh: '不能停用自己的账号。', en: 'You cannot close your own account.' },
  'account.name-taken': { zh: '账号名称已被使用。', en: 'This account name is taken.' },
  'unit.uscc-missing': { zh: '请填写统一社会信用代码。', en: 'The credit code is needed.' },
  'unit.bad-uscc': {
    zh: '统一社会信用代码校验不通过。',
    en: 'The unified social credit code fails its check character.',
  },
  'unit.uscc-unproven': {
    zh: '统一社会信用代码的一项校验不符。请对照营业执照核对；确认无误的，上传营业执照。',
    en: 'The credit code fails one of its checks. Compare it with the business licence; if it is right, upload the licence.',
  },
  'unit.uscc-letter': {
    zh: '统一社会信用代码第 {at} 位是字母“{letter}”，代码不用字母 I、O、S、V、Z，应为“{meant}”？请对照营业执照更正。',
    en: 'Character {at} of the credit code is the letter “{letter}”; codes have no I, O, S, V or Z. Perhaps “{meant}” is meant: compare it with the licence.',
  },
  'unit.uscc-cut': {
    zh: '统一社会信用代码的尾数丢失（表格软件把它当作数字），请按营业执照重新填写。',
    en: 'The last digits of the credit code are lost (a spreadsheet took it for a number); enter it again from the licence.',
  },
  'unit.park-needs-county': {
    zh: '园区应设在县（市、区）或功能区之下。',
    en: 'A park belongs under a county or a functional zone.',
  },
  'unit.zone-needs-division': {
    zh: '功能区应设在设区市或县（市、区）之下。',
    en: 'A functional zone belongs under a city or a county.',
  },
  'unit.name-taken': { zh: '同一上级下已有同名单位。', en: 'A unit of this name exists under the same parent.' },
  'unit.uscc-just-taken': {
    zh: '同一上级下刚刚登记了该统一社会信用代码的单位，请刷新后从列表中选择。',
    en: 'A unit with this credit code was registered under the same parent just now; reload and choose it from the list.',
  },
  'unit.uscc-taken': {
    zh: '同一上级下已有该统一社会信用代码的单位：{name}。',
    en: 'A unit with this credit code exists under the same parent: {name}.',
  },
  'batch.no-such-edition': { zh: '没有“{edition}”这一版规则。', en: 'There is no edition “{edition}”.' },
  'batch.before-edition': {
    zh: '这一版规则于 {first} 年印发，起始年度不能为 {year} 年。',
    en: 'These rules were issued in {first}; no batch of theirs begins in {year}.',
  },
  'batch.name-taken': { zh: '已有同名批次。', en: 'A batch of this name exists.' },
  'pilot.not-a-park': {
    zh: '“{unit}”不是园区，不能列为试点。',
    en: '“{unit}” is no park and cannot become a pilot.',
  },
  'pilot.choose-one': {
    zh: '请选择已有园区，或登记一个新园区，二者取一。',
    en: 'Choose a park of the register or register a new one, one of the two.',
  },
  'pilot.in-another-batch': {
    zh: '该园区已列入“{batch}”，实施期 {from} 至 {to}；同一时期只能参加一个批次。',
    en: 'This park runs in “{batch}” from {from} to {to}; a park is in one batch at a time.',
  },
  'pilot.already-admitted': { zh: '该园区已列入本批次。', en: 'This park is in this batch already.' },
} as const satisfies Record<string, Text>
