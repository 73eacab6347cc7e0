import { z } from 'zod'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { type EnterpriseClass, type EnterpriseTitle, titleNames } from '../../../policy/services/diagnosis.ts'
import { type ProblemId, problems } from '../../../policy/services/diagnosis-questions.ts'
import { type Industry, industryList } from '../../../policy/services/enterprise-size.ts'
import { dayInput, keyInput, named, proseInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const enterpriseClass = z.enum(['early-stage', 'srdi-direction'] satisfies EnterpriseClass[])
const title = z.enum(Object.keys(titleNames) as [EnterpriseTitle, ...EnterpriseTitle[]])
const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])

/** What the class is computed from; figures of last year in 万元, null where unknown. */
const factsShape = z.strictObject({
  foundedOn: dayInput().nullable(),
  revenueWan: z.number().nullable(),
  researchWan: z.number().nullable(),
  titles: named({ zh: '称号', en: 'Titles' }, z.array(title).max(10)),
})

export const diagnosisShape = z.object({
  diagnosisId: z.uuid(),
  diagnosedOn: z.string(),
  answers: z.record(z.string(), z.string()),
  facts: factsShape,
  problems: z.array(z.enum(Object.keys(problems) as [ProblemId, ...ProblemId[]])),
  recommended: z.array(kind),
  class: enterpriseClass,
  reasons: z.array(text),
  report: fileShape.nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  /** 1 as it was first recorded, one more with each correction; `correctionReason` says why the one before was wrong. */
  revision: z.number(),
  correctionReason: z.string(),
})
export type DiagnosisView = z.infer<typeof diagnosisShape>

const enterprise = z.object({
  enterpriseId: z.uuid(),
  pilotId: z.uuid(),
  parkName: z.string(),
  name: z.string(),
  uscc: z.string(),
  industry: z.enum(industryList as [Industry, ...Industry[]]),
  staff: z.number(),
  revenueWan: z.number(),
  assetsWan: z.number(),
})

export const listEnterprises = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/diagnoses',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '试点企业与诊断', en: 'Pilot enterprises and their diagnoses' },
  params: z.strictObject({ pilotId: z.uuid() }),
  reply: z.object({
    parkName: z.string(),
    enterprises: z.array(
      enterprise.extend({
        class: enterpriseClass.nullable(),
        diagnosedOn: z.string().nullable(),
        recommended: z.array(kind),
        services: z.number(),
        servicesCounted: z.number(),
      }),
    ),
    actions: abilities('diagnose'),
  }),
})

export const showEnterprise = route({
  method: 'GET',
  path: '/api/enterprises/:enterpriseId/diagnosis',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '企业诊断', en: 'The diagnosis of one enterprise' },
  params: z.strictObject({ enterpriseId: z.uuid() }),
  reply: z.object({
    enterprise,
    diagnosis: diagnosisShape.nullable(),
    /** What it said before it was corrected, the newest first. */
    former: z.array(diagnosisShape),
    actions: abilities('diagnose', 'correct', 'order'),
  }),
})

const diagnosing = {
  /** By question id. */
  answers: z.record(keyInput(40), keyInput(40)),
  facts: factsShape,
  reportFileId: z.uuid().nullable().default(null),
  /** The day it was made; today if left out. */
  diagnosedOn: dayInput().optional(),
  /** Whether figures that look wrong were looked at again. */
  figuresConfirmed: z.boolean().default(false),
}

export const recordDiagnosis = route({
  method: 'POST',
  path: '/api/enterprises/:enterpriseId/diagnosis',
  permission: 'diagnosis.record',
  summary: { zh: '登记企业诊断', en: 'Record a diagnosis' },
  params: z.strictObject({ enterpriseId: z.uuid() }),
  body: z.strictObject(diagnosing),
  reply: diagnosisShape,
})

export const correctDiagnosis = route({
  method: 'POST',
  path: '/api/enterprises/:enterpriseId/diagnosis/corrections',
  permission: 'diagnosis.record',
  summary: { zh: '更正企业诊断', en: 'Correct a diagnosis' },
  params: z.strictObject({ enterpriseId: z.uuid() }),
  body: z.strictObject({ ...diagnosing, reason: proseInput(1000) }),
  reply: diagnosisShape,
})
