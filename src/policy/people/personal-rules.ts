import type { Text } from '../../shared/words.ts'

/** What the public page says besides the list, one paragraph each. */
export const personalRules: readonly Text[] = [
  {
    zh: '本系统为财政专项激励试点的申报、拨付、服务与评价所用，由省级主管部门部署，试点所在的县（市、区）经信、财政部门按职责使用。下表逐项列出所处理的个人信息及其目的、依据、保存期限和查看范围。',
    en: 'The system serves the applications, payments, services and evaluations of the incentive pilots. The provincial departments run it; the economy and finance bureaus of the counties use it within their duties. The table lists each kind of personal data with its purpose, ground, time and readers.',
  },
  {
    zh: '不收集居民身份证号码：填写或上传的内容含有（或像是）身份证号码时不予保存。不使用人脸识别。',
    en: 'No numbers of identity cards are collected: what holds one, or reads as one, is not kept. There is no face recognition.',
  },
  {
    zh: '电话、联系方式、账号和网络地址默认部分遮盖。本单位可以查看自己的完整信息；其他人员因工作需要查看的，须逐项填写理由，系统记录查看人、时间和理由。公开页面和归档包不含异议人的姓名与联系方式。',
    en: 'Telephone numbers, contacts, account numbers and network addresses are shown in part. A unit sees its own whole; anybody else whom they concern gives a reason for each, and who saw it, when and why is recorded. No public page and no archive tells the name or contact of whoever objected.',
  },
  {
    zh: '您可以向登记该信息的园区或县（市、区）经信部门申请查阅、复制、更正；法律、行政法规规定的保存期限届满后，可以申请删除。更正后原记录留痕，供审计核查。',
    en: 'You may ask the park or the county economy bureau that registered your data to let you read, copy or correct it, and to erase it once the time that law prescribes is over. What stood before a correction stays on record for audit.',
  },
]
