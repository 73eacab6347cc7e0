import { useEffect } from 'react'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { OfflineStrip } from '../../../../ui/OfflineStrip.tsx'
import { SignInForm } from '../../../../ui/SignInForm.tsx'
import { words as general } from '../../../../ui/words.ts'
import { words } from '../words.ts'

/** Name and password, and what needs no account. A document of its own: its links load the product. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useWords(words)
  const { offlineGuest } = useWords(general)
  useEffect(() => {
    document.title = `${t.signInTitle} · ${t.product}`
  }, [t])
  return (
    <>
      <OfflineStrip>{offlineGuest}</OfflineStrip>
      <div className="sign-in">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        <main className="sign-in-box">
          <div className="sign-in-brand">
            <BrandMark />
            <div>
              <h1>{t.product}</h1>
              <p>{t.programme}</p>
            </div>
          </div>
          <SignInForm onSignedIn={onSignedIn} />
          <p className="sign-in-note">{t.forgot}</p>
          <p className="sign-in-note">
            <a href="/public/notices">{t.publicNotices}</a> · <a href="/public/evaluations">{t.publicResults}</a> ·{' '}
            <a href="/verify">{t.verifyPaper}</a> · <a href="/public/personal-data">{t.personalData}</a>
          </p>
        </main>
      </div>
    </>
  )
}
