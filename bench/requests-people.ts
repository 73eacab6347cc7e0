import type { Ids } from './ids.ts'

export type AskedRow = readonly [session: string, route: string, path?: (ids: Ids) => string]

/** Routes about samples of services. */
export const samples: readonly AskedRow[] = [
  ['bench-province', '/api/sampling-plans'],
  ['bench-county', '/api/sampling-plans/choices'],
  ['bench-county', '/api/sampling-plans/:planId', ({ samplingPlanId }) => `/api/sampling-plans/${samplingPlanId}`],
  [
    'bench-county',
    '/api/sampling-plans/:planId/frame.csv',
    ({ samplingPlanId }) => `/api/sampling-plans/${samplingPlanId}/frame.csv`,
  ],
  [
    'bench-county',
    '/api/sampling-plans/:planId/paper.docx',
    ({ samplingPlanId }) => `/api/sampling-plans/${samplingPlanId}/paper.docx`,
  ],
]

/** Routes about accounts, sessions, the trail and files. */
export const peopleAndFiles: readonly AskedRow[] = [
  ['bench-administrator', '/api/accounts'],
  ['bench-auditor', '/api/audit/events'],
  ['bench-auditor', '/api/audit/events/:eventId', ({ eventId }) => `/api/audit/events/${eventId}`],
  ['bench-auditor', '/api/audit/seals'],
  ['bench-province', '/api/audit/package', () => '/api/audit/package?from=2026-06-01&to=2026-12-31'],
  ['bench-administrator', '/api/accounts/template'],
  // What nobody was given is looked for as what is open.
  ['', '/api/activation/:token', () => `/api/activation/${'x'.repeat(43)}`],
  ['bench-province', '/api/session'],
  ['bench-province', '/api/sessions'],
  ['bench-province', '/api/units'],
  ['bench-administrator', '/api/files/damaged'],
  ['bench-administrator', '/api/files/storage'],
  ['bench-province', '/api/files/:fileId', ({ pdfId }) => `/api/files/${pdfId}`],
  ['bench-province', '/api/files/:fileId/content', ({ pdfId }) => `/api/files/${pdfId}/content`],
  ['bench-province', '/api/files/:fileId/view', ({ pdfId }) => `/api/files/${pdfId}/view`],
  ['bench-province', '/api/files/:fileId/preview', ({ photoId }) => `/api/files/${photoId}/preview`],
  ['bench-fund', '/api/files/:fileId/invoice', ({ pdfId }) => `/api/files/${pdfId}/invoice`],
]
