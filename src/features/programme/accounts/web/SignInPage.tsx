import { useEffect } from 'react'
import { BrandMark, LanguageSwitch } from '../../../../ui/AppHeader.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { SignInForm } from '../../../../ui/SignInForm.tsx'
import { useSession } from '../../../../ui/session.ts'
import { useGo, useUrl } from '../../../../ui/url.ts'
import { words } from '../words.ts'

/** Name and password; afterwards the reader is back where they wanted to go (`?next=`). */
export function SignInPage() {
  const t = useWords(words)
  const go = useGo()
  const { search } = useUrl()
  const { data: session } = useSession()
  const next = ownAddress(search.next)
  useEffect(() => {
    document.title = `${t.signInTitle} · ${t.product}`
  }, [t])
  const signedIn = Boolean(session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaves once, when the person is signed in
  useEffect(() => {
    if (signedIn) go(next, { replace: true })
  }, [signedIn])
  return (
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
        <SignInForm onSignedIn={() => {}} />
        <p className="sign-in-note">{t.forgot}</p>
        <p className="sign-in-note">
          <AppLink to="/public/notices">{t.publicNotices}</AppLink> · <AppLink to="/verify">{t.verifyPaper}</AppLink>
        </p>
      </main>
    </div>
  )
}

/** Only addresses of the product itself, so that a link cannot lead elsewhere after sign-in. */
function ownAddress(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}
