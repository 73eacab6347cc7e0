import { describedFields } from '../../../policy/guide/described-fields.ts'
import type { Words } from '../../../shared/words.ts'

/** The registered contact of an enterprise. */
export const words = {
  title: { zh: '确认联系人', en: 'Contact for confirmations' },
  note: {
    zh: '服务确认链接只发送给该联系人。由县级经信部门或企业本身登记，园区不能代填；变更留痕，答复前七天内的变更会列为疑点。',
    en: 'Confirmation links go to this contact alone. The county economy bureau or the enterprise registers it, never the park; a change stays on record, and one within seven days before an answer is shown as a finding.',
  },
  none: {
    zh: '尚未登记，无法发送确认链接。',
    en: 'None is registered, so no link can be sent.',
  },
  set: { zh: '登记联系人', en: 'Register a contact' },
  change: { zh: '变更联系人', en: 'Change the contact' },
  name: { zh: '联系人', en: 'Name' },
  phone: { zh: '手机号码', en: 'Mobile number' },
  channel: { zh: '接收方式', en: 'Reached by' },
  reason: describedFields.reason,
  setBy: { zh: '登记', en: 'Registered' },
  former: { zh: '变更前', en: 'Before it was changed' },
  saved: { zh: '已登记', en: 'Registered' },
} as const satisfies Words
