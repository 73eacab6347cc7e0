import type { Text } from '../../shared/words.ts'

/** `record`: made in the product itself (a choice, a visit, a confirmation); `file`: somebody uploads it. */
type ProofRow = Text & { readonly from: 'record' | 'file' }

/** What can prove a service (annex 1, inferred). */
export const proofs = {
  diagnosis: { zh: '需求（诊断）单', en: 'Diagnosis and need', from: 'record' },
  'selection-record': { zh: '选定记录', en: 'Record of choice', from: 'record' },
  'process-record': { zh: '过程记录', en: 'Process record (visit)', from: 'record' },
  confirmation: { zh: '企业确认单', en: 'Confirmation by the enterprise', from: 'record' },
  rating: { zh: '满意度评价', en: 'Rating', from: 'record' },
  contract: { zh: '服务合同', en: 'Contract', from: 'file' },
  scheme: { zh: '服务方案', en: 'Service scheme', from: 'file' },
  photo: { zh: '现场照片', en: 'Photo on site', from: 'file' },
  deliverable: { zh: '服务成果', en: 'Deliverable', from: 'file' },
  invoice: { zh: '发票', en: 'Invoice', from: 'file' },
  'bank-receipt': { zh: '付款回单', en: 'Bank receipt', from: 'file' },
  'before-after-list': { zh: '规范提升前后对照', en: 'Before-and-after list', from: 'file' },
  certificate: { zh: '认证证书', en: 'Certificate', from: 'file' },
  'ip-notice': { zh: '受理或授权通知', en: 'Acceptance or grant notice', from: 'file' },
  'employment-proof': {
    zh: '劳动合同、社保或培训证书',
    en: 'Labour contract, insurance or training certificate',
    from: 'file',
  },
  'loan-contract': { zh: '借款合同', en: 'Loan contract', from: 'file' },
  'arrival-proof': { zh: '资金到账凭证', en: 'Proof of arrival', from: 'file' },
  'university-agreement': { zh: '校企合作协议', en: 'Agreement with a university', from: 'file' },
  'supply-agreement': { zh: '订单或框架协议', en: 'Order or framework agreement', from: 'file' },
  'system-acceptance': { zh: '系统验收单', en: 'System acceptance', from: 'file' },
  'standard-declaration': { zh: '标准文本或声明', en: 'Standard or declaration', from: 'file' },
  notice: { zh: '活动通知', en: 'Notice', from: 'file' },
  agenda: { zh: '活动议程', en: 'Agenda', from: 'file' },
  'sign-in-sheet': { zh: '签到表', en: 'Sign-in sheet', from: 'file' },
  materials: { zh: '活动资料', en: 'Materials', from: 'file' },
  survey: { zh: '满意度调查', en: 'Survey', from: 'file' },
  'item-list': { zh: '代办清单及回执', en: 'Items handled and receipts', from: 'file' },
  'enterprise-list': { zh: '参与企业清单', en: 'List of enterprises', from: 'file' },
  'hazard-list': { zh: '隐患清单', en: 'Hazard list', from: 'file' },
  'closure-photo': { zh: '整改照片', en: 'Closure photo', from: 'file' },
  'intent-list': { zh: '意向及跟进记录', en: 'Intents and follow-up', from: 'file' },
} as const satisfies Record<string, ProofRow>

export type ProofKind = keyof typeof proofs
export const proofKinds = Object.keys(proofs) as ProofKind[]

export function isProofKind(text: string): text is ProofKind {
  return Object.hasOwn(proofs, text)
}

/** What the parts of a list of papers are called. */
export const proofFields = {
  papers: { zh: '佐证资料', en: 'Papers' },
  proof: { zh: '佐证种类', en: 'Kind of paper' },
  file: { zh: '文件', en: 'File' },
} as const satisfies Record<string, Text>
