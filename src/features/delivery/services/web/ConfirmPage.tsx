import { useEffect, useState } from 'react'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { WayIn } from '../../../../ui/WayIn.tsx'
import * as contract from '../confirmation-contract.ts'
import { words } from '../confirmation-words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Outcome } from './Outcome.tsx'
import { ServiceFacts } from './ServiceFacts.tsx'
import './confirm.css'

/** What a confirmation link opens: who served whom with what and when, and two big buttons. No account, no shell. */
export function ConfirmPage() {
  const t = useWords(words)
  const token = usePathParam('token')
  const view = useView(contract.showLink, { params: { token } })
  const [answered, setAnswered] = useState<'confirmed' | 'disputed' | null>(null)
  useEffect(() => {
    document.title = t.title
  }, [t])
  return (
    <div className="confirm-page">
      <header className="confirm-head">
        <BrandMark />
        <h1>{t.title}</h1>
        <LanguageSwitch />
      </header>
      <main>
        {answered ? (
          <Outcome
            tone={answered === 'confirmed' ? 'good' : 'warning'}
            title={answered === 'confirmed' ? t.thanksConfirmed : t.thanksDisputed}
            note={answered === 'confirmed' ? t.thanksConfirmedNote : t.thanksDisputedNote}
          />
        ) : (
          <Async view={view}>
            {({ state, service }) =>
              state !== 'open' || !service ? (
                <Outcome tone="neutral" title={t[state === 'open' ? 'withdrawn' : state]} note={t[noteOf(state)]}>
                  <AppLink to="/public/notices">{t.publicNotices}</AppLink> <WayIn />
                </Outcome>
              ) : (
                <>
                  <ServiceFacts service={service} token={token} />
                  <AnswerForm
                    token={token}
                    asksCode={service.asksCode}
                    expiresAt={service.expiresAt}
                    onAnswered={setAnswered}
                  />
                </>
              )
            }
          </Async>
        )}
      </main>
    </div>
  )
}

function noteOf(state: 'open' | 'used' | 'expired' | 'replaced' | 'former' | 'void' | 'unknown' | 'withdrawn') {
  return state === 'open' ? 'withdrawnNote' : (`${state}Note` as const)
}
