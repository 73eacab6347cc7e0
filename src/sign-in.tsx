import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SignInPage } from './features/programme/accounts/web/SignInPage.tsx'
import { signInPath } from './policy/people/public-pages.ts'
import { fetchAhead } from './ui/fetch-ahead.ts'
import { LanguageProvider } from './ui/language.tsx'
import { addressAfter, isSignedIn, signInAddress } from './ui/sign-in.ts'
import { paintRoot } from './ui/theme.ts'
import './ui/styles/base.css'
import './ui/styles/sign-in.css'

// The server sends this page at every address that needs a session, where the browser brings none.
const asked = window.location.pathname === signInPath
if (!asked) window.history.replaceState(null, '', signInAddress())
const leave = () => window.location.replace(addressAfter(window.location.search))
// Whoever asks for it may have a session.
if (asked) void isSignedIn().then((signedIn) => signedIn && leave())

const root = document.getElementById('root')
if (!root) throw new Error('sign-in.html has no root')
paintRoot(document.documentElement)
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <SignInPage onSignedIn={leave} />
    </LanguageProvider>
  </StrictMode>,
)
fetchAhead('/index.html')
