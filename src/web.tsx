import './ui/no-eval.ts'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App } from 'antd'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { accountScreens } from './features/accounts/web/routes.tsx'
import { activityScreens } from './features/activities/web/routes.tsx'
import { baselineScreens } from './features/baselines/web/routes.tsx'
import { calendarScreens } from './features/calendar/web/routes.tsx'
import { confirmationScreens } from './features/confirmations/web/routes.tsx'
import { consultationScreens } from './features/consultations/web/routes.tsx'
import { diagnosisScreens } from './features/diagnoses/web/routes.tsx'
import { disbursementScreens } from './features/disbursements/web/routes.tsx'
import { filingScreens } from './features/filings/web/routes.tsx'
import { findingScreens } from './features/findings/web/routes.tsx'
import { fundScreens } from './features/funds/web/routes.tsx'
import { guideScreens } from './features/guide/web/routes.tsx'
import { inboxScreens } from './features/inbox/web/routes.tsx'
import { liaisonScreens } from './features/liaison/web/routes.tsx'
import { matterScreens } from './features/matters/web/routes.tsx'
import { noticeScreens } from './features/notices/web/routes.tsx'
import { paperScreens } from './features/papers/web/routes.tsx'
import { paymentScreens } from './features/payments/web/routes.tsx'
import { pilotScreens } from './features/pilots/web/routes.tsx'
import { planScreens } from './features/plans/web/routes.tsx'
import { provinceScreens } from './features/province/web/routes.tsx'
import { returnScreens } from './features/returns/web/routes.tsx'
import { reviewScreens } from './features/reviews/web/routes.tsx'
import { serviceScreens } from './features/services/web/routes.tsx'
import { summaryScreens } from './features/summaries/web/routes.tsx'
import { systemScreens } from './features/system/web/routes.tsx'
import { tableScreens } from './features/tables/web/routes.tsx'
import { PlacesContext } from './ui/AppLayout.tsx'
import { asApiError } from './ui/api-error.ts'
import { LanguageProvider } from './ui/language.tsx'
import { inGroups, type Screens } from './ui/places.ts'
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
  planScreens,
  reviewScreens,
  filingScreens,
  matterScreens,
  baselineScreens,
  returnScreens,
  tableScreens,
  liaisonScreens,
  consultationScreens,
  diagnosisScreens,
  serviceScreens,
  findingScreens,
  activityScreens,
  confirmationScreens,
  accountScreens,
  systemScreens,
  fundScreens,
  noticeScreens,
  disbursementScreens,
  paymentScreens,
  paperScreens,
  guideScreens,
]

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && (asApiError(error).status === 0 || asApiError(error).status >= 500),
    },
    mutations: { retry: false },
  },
})

const router = makeRouter(features.flatMap((feature) => feature.routes))
const places = inGroups(features.flatMap((feature) => feature.places))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
paintRoot(document.documentElement)
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App>
        <QueryClientProvider client={queries}>
          <PlacesContext value={places}>
            <RouterProvider router={router} />
          </PlacesContext>
        </QueryClientProvider>
      </App>
    </LanguageProvider>
  </StrictMode>,
)
