import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App } from 'antd'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { activityScreens } from './features/delivery/activities/web/routes.tsx'
import { diagnosisScreens } from './features/delivery/diagnoses/web/routes.tsx'
import { findingScreens } from './features/delivery/evidence/web/routes.tsx'
import { paymentScreens } from './features/delivery/payments/web/routes.tsx'
import { practiceScreens } from './features/delivery/practices/web/routes.tsx'
import { registerScreens } from './features/delivery/register/web/routes.tsx'
import { confirmationScreens } from './features/delivery/services/web/confirmation-routes.tsx'
import { serviceScreens } from './features/delivery/services/web/routes.tsx'
import { filingScreens } from './features/filings/course/web/routes.tsx'
import { evaluationScreens } from './features/filings/evaluations/web/routes.tsx'
import { filingKindScreens } from './features/filings/kinds/web/routes.tsx'
import { matterScreens } from './features/filings/matter/web/routes.tsx'
import { paperScreens } from './features/filings/papers/web/routes.tsx'
import { publicationScreens } from './features/filings/publications/web/routes.tsx'
import { returnScreens } from './features/filings/return/web/routes.tsx'
import { tableScreens } from './features/filings/tables/web/routes.tsx'
import { disbursementScreens } from './features/money/disbursements/web/routes.tsx'
import { fundScreens } from './features/money/funds/web/routes.tsx'
import { measureScreens } from './features/money/measures/web/routes.tsx'
import { noticeScreens } from './features/money/notices/web/routes.tsx'
import { auditScreens } from './features/oversight/audit/web/routes.tsx'
import { calendarScreens } from './features/oversight/calendar/web/routes.tsx'
import { closeOutScreens } from './features/oversight/close-out/web/routes.tsx'
import { consultationScreens } from './features/oversight/consultations/web/routes.tsx'
import { guideScreens } from './features/oversight/guide/web/routes.tsx'
import { inboxScreens } from './features/oversight/inbox/web/routes.tsx'
import { incidentScreens } from './features/oversight/incidents/web/routes.tsx'
import { pilotHomeScreens } from './features/oversight/pilot-home/web/routes.tsx'
import { provinceScreens } from './features/oversight/province/web/routes.tsx'
import { restDayScreens } from './features/oversight/rest-days/web/routes.tsx'
import { samplingScreens } from './features/oversight/sampling/web/routes.tsx'
import { standingScreens } from './features/oversight/standing/web/routes.tsx'
import { summaryScreens } from './features/oversight/summaries/web/routes.tsx'
import { accountScreens, duePages } from './features/programme/accounts/web/routes.tsx'
import { baselineScreens } from './features/programme/baselines/web/routes.tsx'
import { fileScreens } from './features/programme/files/web/routes.tsx'
import { liaisonScreens } from './features/programme/liaison/web/routes.tsx'

import { messageScreens } from './features/programme/messages/web/routes.tsx'
import { personalScreens } from './features/programme/personal/web/routes.tsx'
import { pilotScreens } from './features/programme/pilots/web/routes.tsx'
import { systemScreens } from './features/programme/system/web/routes.tsx'
import { AntProvider } from './ui/AntProvider.tsx'
import { DuePagesContext, PlacesContext } from './ui/AppLayout.tsx'
import { LanguageProvider } from './ui/language.tsx'
import { inGroups, type Screens } from './ui/places.ts'
import { queries } from './ui/queries.ts'
import { makeRouter } from './ui/routing.tsx'
import { paintRoot } from './ui/theme.ts'
import './ui/styles.css'

/** Every feature's screens, in the order of the navigation. */
const features: readonly Screens[] = [
  inboxScreens,
  provinceScreens,
  summaryScreens,
  calendarScreens,
  pilotScreens,
  pilotHomeScreens,
  filingScreens,
  filingKindScreens,
  matterScreens,
  baselineScreens,
  returnScreens,
  tableScreens,
  liaisonScreens,
  consultationScreens,
  closeOutScreens,
  diagnosisScreens,
  registerScreens,
  practiceScreens,
  evaluationScreens,
  publicationScreens,
  serviceScreens,
  findingScreens,
  activityScreens,
  standingScreens,
  confirmationScreens,
  messageScreens,
  accountScreens,
  restDayScreens,
  auditScreens,
  fileScreens,
  systemScreens,
  fundScreens,
  noticeScreens,
  disbursementScreens,
  measureScreens,
  paymentScreens,
  paperScreens,
  personalScreens,
  guideScreens,
  incidentScreens,
  samplingScreens,
]

const router = makeRouter(features.flatMap((feature) => feature.routes))
const places = inGroups(features.flatMap((feature) => feature.places))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
paintRoot(document.documentElement)
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <AntProvider>
        <App>
          <QueryClientProvider client={queries}>
            <PlacesContext value={places}>
              <DuePagesContext value={duePages}>
                <RouterProvider router={router} />
              </DuePagesContext>
            </PlacesContext>
          </QueryClientProvider>
        </App>
      </AntProvider>
    </LanguageProvider>
  </StrictMode>,
)
