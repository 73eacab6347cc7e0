import type { Text } from '../../shared/words.ts'
import { nobody, type PersonalField } from './personal-field.ts'
import { securityFields } from './personal-security.ts'

const overseers: Text = {
  zh: '对该事项有查看权限的园区、县级与省级人员',
  en: 'people of park, county and province who may see the record',
}
const own: Text = {
  zh: '本单位人员；其他有权限人员须填写理由，逐次留痕',
  en: 'people of the own unit; others whom it concerns give a reason each time, which is recorded',
}

/** Everything that is kept of persons, column by column: what the public page tells, and what the schema is compared with. */
export const personalFields: readonly PersonalField[] = [
  {
    columns: ['accounts.name'],
    what: { zh: '登录名称（按岗位命名）', en: 'name of an account, by its post' },
    why: { zh: '识别由谁办理', en: 'to tell who did what' },
    ground: 'duty',
    clause: null,
    kept: 'account',
    seenBy: overseers,
  },
  {
    columns: ['accounts.password_hash', 'accounts.password_set_at', 'former_passwords.password_hash'],
    what: {
      zh: '登录密码与前四个密码的单向散列值、设置时间',
      en: 'one-way hashes of the password and the four before it, and when it was set',
    },
    why: { zh: '验证登录，防止重复使用旧密码', en: 'to verify a sign-in, and to take no password again' },
    ground: 'security',
    clause: null,
    kept: 'password',
    seenBy: nobody,
  },
  {
    columns: [
      'liaison_officers.name',
      'liaison_officers.office',
      'liaison_officers.duty',
      'liaison_officers.seat',
      'liaison_officers.remark',
    ],
    what: {
      zh: '联络员姓名、科室、职务、A/B 角与备注',
      en: 'name, office, duty, seat and remark of a liaison officer',
    },
    why: { zh: '报送和通报联络员名单', en: 'to file and to tell the list of liaison officers' },
    ground: 'duty',
    clause: 'G5.1',
    kept: 'record',
    seenBy: overseers,
  },
  {
    columns: ['liaison_officers.phone', 'liaison_officers.mobile'],
    what: { zh: '联络员办公电话、手机', en: 'office and mobile telephone of a liaison officer' },
    why: {
      zh: '联络会商；办公电话在企业确认页面上告知被服务企业',
      en: 'to reach them; the office telephone is told to a served enterprise on its confirmation page',
    },
    ground: 'duty',
    clause: 'G5.1',
    kept: 'record',
    seenBy: own,
  },
  {
    columns: [
      'filing_sections.content',
      'filing_sections.typed',
      'filing_versions.content',
      'issued_papers.content',
      'issued_papers.told',
    ],
    what: { zh: '报送材料中的联络员名单', en: 'the liaison list as it was filed' },
    why: { zh: '名单报送、审核与备案的原文', en: 'the wording that was filed, judged and recorded' },
    ground: 'duty',
    clause: 'G5.1',
    kept: 'record',
    seenBy: own,
  },
  {
    columns: ['enterprise_contacts.name', 'enterprise_contacts.phone'],
    what: { zh: '企业确认联系人姓名、手机号码', en: 'name and mobile number of an enterprise’s registered contact' },
    why: { zh: '向企业本身发送服务确认链接', en: 'to send a confirmation link to the enterprise itself' },
    ground: 'duty',
    clause: 'G3.4',
    kept: 'record',
    seenBy: {
      zh: '企业本身；县级经信部门须填写理由，逐次留痕；园区始终不可查看完整号码',
      en: 'the enterprise; the county economy bureau with a reason, which is recorded; the park never sees the number whole',
    },
  },
  {
    columns: ['confirmations.signer'],
    what: { zh: '企业答复人姓名', en: 'name of the person who answered for an enterprise' },
    why: { zh: '证明服务由企业确认', en: 'to prove that the enterprise confirmed a service' },
    ground: 'duty',
    clause: 'G3.4',
    kept: 'record',
    seenBy: overseers,
  },
  {
    columns: ['confirmations.address', 'confirmations.agent'],
    what: { zh: '答复时的网络地址、浏览器类型', en: 'network address and browser of an answer' },
    why: { zh: '核查是否由企业本身答复', en: 'to see whether the enterprise itself answered' },
    ground: 'duty',
    clause: 'G3.4',
    kept: 'record',
    seenBy: own,
  },
  {
    columns: ['payee_accounts.holder', 'payee_accounts.bank', 'payee_accounts.number'],
    what: { zh: '收款账户户名、开户行、账号', en: 'holder, bank and number of the account that is paid to' },
    why: { zh: '向园区专户拨付资金', en: 'to pay to the separate account of the park' },
    ground: 'duty',
    clause: 'G3.6',
    kept: 'accounting',
    seenBy: own,
  },
  {
    columns: [
      'notice_objections.name',
      'notice_objections.contact',
      'notice_objection_additions.name',
      'notice_objection_additions.contact',
    ],
    what: { zh: '异议人姓名、联系方式', en: 'name and contact of whoever objects' },
    why: { zh: '核实异议并答复本人', en: 'to look into an objection and to answer the person' },
    ground: 'given',
    clause: null,
    kept: 'record',
    seenBy: {
      zh: '县级经信、财政部门；联系方式须填写理由，逐次留痕；不公开，不入归档包',
      en: 'the bureaus of the county; the contact with a reason, which is recorded; neither published nor archived',
    },
  },
  {
    columns: ['consultation_participants.person'],
    what: { zh: '会商参会人员', en: 'who took part in a consultation' },
    why: { zh: '会商纪要须载明参会人员', en: 'minutes name who took part' },
    ground: 'duty',
    clause: 'G5.1',
    kept: 'record',
    seenBy: overseers,
  },
  {
    columns: [
      'evaluation_seats.employer',
      'evaluation_seats.employer_uscc',
      'evaluation_seats.declared',
      'evaluation_seats.declared_reason',
      'evaluation_seats.declared_at',
    ],
    what: { zh: '评审专家工作单位与回避申报', en: 'employer of an expert, and what it declared of interests' },
    why: { zh: '判断是否应当回避', en: 'to see whether an expert must stand aside' },
    ground: 'duty',
    clause: null,
    kept: 'record',
    seenBy: overseers,
  },
  {
    columns: ['return_heads.filled_by', 'return_heads.reviewed_by'],
    what: { zh: '报表填表人、审核人（按岗位）', en: 'who filled in and who reviewed a table, by post' },
    why: { zh: '统计表须载明填表人、审核人', en: 'tables name who filled them in and who reviewed them' },
    ground: 'duty',
    clause: null,
    kept: 'record',
    seenBy: overseers,
  },
  {
    columns: ['files.name', 'files.captured_at', 'files.latitude', 'files.longitude'],
    what: {
      zh: '上传文件（含签到表、现场照片）的名称，照片拍摄时间与地点',
      en: 'names of files (attendance sheets and photographs among them), and when and where a photograph was taken',
    },
    why: { zh: '佐证服务真实发生', en: 'to prove that a service took place' },
    ground: 'duty',
    clause: 'G3.4',
    kept: 'record',
    seenBy: overseers,
  },
  ...securityFields,
]
