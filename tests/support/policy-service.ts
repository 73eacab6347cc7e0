import type { ProofKind } from '../../src/policy/records/proofs.ts'
import type { NamedInvoice } from '../../src/policy/services/invoice.ts'
import type { Contract, Service } from '../../src/policy/services/service.ts'
import { type Candidate, openNeed, selectProduct, signContract } from '../../src/policy/services/service-choice.ts'
import type { Evidence } from '../../src/policy/services/service-counts.ts'
import { confirm, deliver, recordInvoice, recordVisit } from '../../src/policy/services/service-steps.ts'
import { agreed, edition, parkUscc, usccOf } from './policy.ts'

export const period = { from: '2026-01-01', to: '2027-12-31' }
export const enterpriseUscc = usccOf(21)
export const agencyUscc = usccOf(11)

export const need = {
  id: 's1',
  kind: 'intellectual-property' as const,
  need: '专利布局',
  enterprise: { id: 'e1', pilot: true, diagnosis: { id: 'd1', on: '2026-05-10' } },
  period,
  on: '2026-05-12',
  today: '2026-05-12',
  by: 'officer',
}

export const candidates: Candidate[] = [
  { productId: 'p1', serviceKind: 'intellectual-property', agencyUscc, relatedTo: [] },
  { productId: 'p2', serviceKind: 'intellectual-property', agencyUscc: usccOf(12), relatedTo: [] },
]

export const choice = {
  productId: 'p1',
  candidates,
  reason: '方案更贴合需求',
  fewReason: '',
  parkUscc,
  edition,
  on: '2026-05-15',
  period,
  today: '2026-05-15',
  by: 'officer',
}

export const contract: Contract = {
  number: 'HT-1',
  signedOn: '2026-05-20',
  priceFen: 2_000_000,
  provincialFen: 1_200_000,
  parkFen: 300_000,
  enterpriseFen: 500_000,
  fundLineId: 'l1',
  fileId: 'f-contract',
}

export const contractFacts = {
  product: { id: 'p1', agreedPriceFen: 2_000_000, marketPriceFen: 2_500_000, exceptionReason: '' },
  line: { id: 'l1', serviceKind: 'intellectual-property' as const, availableFen: 1_200_000 },
  period,
  today: '2026-05-21',
}

export const visit = { id: 'v1', on: '2026-06-02', place: '企业会议室', content: '专利检索与布局', by: 'officer' }

export const invoice: NamedInvoice = {
  code: '',
  number: '25332000000398124894',
  digitalNumber: '',
  sellerUscc: agencyUscc,
  sellerName: '机构11',
  buyerUscc: parkUscc,
  buyerName: '园区',
  issuedOn: '2026-07-01',
  sumFen: 1_500_000,
}

export const invoiceFacts = {
  agencyName: '机构11',
  buyers: [
    { uscc: parkUscc, name: '园区' },
    { uscc: enterpriseUscc, name: '企业' },
  ],
  usedBy: null,
  fileUse: null,
  fileSays: null,
  fileId: 'f-invoice',
  period,
  today: '2026-07-02',
  edition,
}

const later = { period, today: '2026-06-25' }

export const needed: Service = agreed(openNeed(need))
export const selected: Service = agreed(selectProduct(needed, choice))
export const contracted: Service = agreed(signContract(selected, contract, contractFacts))
export const underWay: Service = agreed(recordVisit(contracted, visit, later))
export const delivered: Service = agreed(
  deliver(underWay, { on: '2026-06-20', summary: '布局报告一份', remedy: '', by: 'officer', ...later }),
)
export const confirmed: Service = agreed(
  confirm(delivered, { rating: 5, comment: '', today: '2026-06-22', by: 'enterprise' }),
)
export const invoiced: Service = agreed(recordInvoice(confirmed, invoice, invoiceFacts))

export function paper(proof: ProofKind, fileId: string, recordedOn: string, takenAt: string | null = null): Evidence {
  return { proof, fileId, takenAt, recordedOn }
}

/** All the papers that the service of this file needs. */
export const papers: readonly Evidence[] = [
  paper('contract', 'f-contract', '2026-05-21'),
  paper('scheme', 'f-scheme', '2026-05-25'),
  paper('photo', 'f-photo1', '2026-06-02', '2026-06-02T01:00:00Z'),
  paper('photo', 'f-photo2', '2026-06-02', '2026-06-02T03:00:00Z'),
  paper('deliverable', 'f-report', '2026-06-20'),
  paper('ip-notice', 'f-notice', '2026-06-20'),
  paper('invoice', 'f-invoice', '2026-07-02'),
  paper('bank-receipt', 'f-receipt', '2026-07-08'),
]
