import type { Text } from '../../../shared/words.ts'

export const registerRefusals = {
  'register.sort-of-another-kind': {
    zh: '“{kindZh}”没有这一类型，请重新选择。',
    en: '“{kindEn}” has no such sort; choose again.',
  },
  'register.number-missing': { zh: '请填写{numberZh}。', en: 'Enter: {numberEn}.' },
  'register.party-missing': { zh: '请填写{partyZh}。', en: 'Enter: {partyEn}.' },
  'register.holder-is-another': {
    zh: '权利人“{holder}”不是本企业“{enterprise}”，不计入本企业。',
    en: 'The holder “{holder}” is not this enterprise, “{enterprise}”; it does not count for it.',
  },
  'register.amount-missing': {
    zh: '请填写{amountZh}，须大于零。',
    en: 'Enter a sum above zero: {amountEn}.',
  },
  'register.amount-impossible': {
    zh: '金额超过 {most} 亿元，请核对单位。',
    en: 'More than {most} hundred million yuan; check the unit.',
  },
  'register.title-not-yet': {
    zh: '“{wordZh}”自 {from} 起才有这一名称；在此之前公布的，请选择当时的名称。',
    en: '“{wordEn}” is a title since {from}; for a list published before, choose the name of that time.',
  },
  'register.title-no-more': {
    zh: '“{wordZh}”这一名称用到 {until} 为止；之后公布的，请选择新名称。',
    en: '“{wordEn}” was the name until {until}; for a list published since, choose the new one.',
  },
  'register.title-held': {
    zh: '企业已有“{wordZh}”（{on} 公布），那时仍在有效期内，不是新增。',
    en: 'The enterprise holds “{wordEn}”, published on {on}, and it was valid then: this one is not new.',
  },
  'register.number-twice': {
    zh: '这一{numberZh}已经登记过，全省只计一次；请核对号码。',
    en: 'This number is in a register already and counts once in the province; check it: {numberEn}.',
  },
  'register.number-in-file': {
    zh: '与 {before} 是同一项，全省只计一次。',
    en: 'The same as {before}; it counts once in the province.',
  },
  'register.no-pilot-enterprise': {
    zh: '“{uscc}”不是本园区这一批次的试点企业。',
    en: '“{uscc}” is no pilot enterprise of this park in this batch.',
  },
  'register.paper-not-uploaded': {
    zh: '没有找到您上传的证明材料“{file}”。请先上传，文件名须与表中一致；已经用于其他记录的不能再用。',
    en: 'You have uploaded no paper called “{file}”. Upload it first, under the name in the table; one that proves another record cannot be used again.',
  },
  'register.paper-for-two': {
    zh: '“{file}”已用于 {before}。一件材料只证明一项，公布名单除外。',
    en: '“{file}” is the paper of {before}. A paper proves one entry, a public list of titles excepted.',
  },
  'register.no-year': { zh: '请填写年度，用四位数字，如 2025。', en: 'Enter the year in four digits, such as 2025.' },
  'register.year-not-over': {
    zh: '报表日期 {on} 时 {year} 年还没有结束，不是全年数据。',
    en: 'On {on} the year {year} was not over; this is no figure of the whole year.',
  },
  'register.withdrawn': { zh: '这条登记已撤回，不能再改。', en: 'This entry was withdrawn and is changed no more.' },
} as const satisfies Record<string, Text>
