import { GlobalOutlined, MenuOutlined } from '@ant-design/icons'
import { AppLink } from './AppLink.tsx'
import { useLanguage, useWords } from './language.tsx'
import { OutboxButton } from './OutboxButton.tsx'
import { SignOutButton } from './SignOutButton.tsx'
import type { Session } from './session.ts'
import { words } from './words.ts'

/** Product name, who is signed in for which unit, language, sign-out. */
export function AppHeader({ session, onMenu }: { session: Session; onMenu: () => void }) {
  const t = useWords(words)
  return (
    <header className="app-header">
      <button type="button" className="header-button header-menu" onClick={onMenu} aria-label={t.menu}>
        <MenuOutlined aria-hidden />
      </button>
      <AppLink to="/" className="brand" aria-label={`${t.product} ${t.productSubtitle}`}>
        <BrandMark />
        <span className="brand-name">{t.product}</span> <span className="brand-subtitle">{t.productSubtitle}</span>
      </AppLink>
      <OutboxButton session={session} />
      <AppLink to="/account/password" className="who" title={`${session.name} · ${t.changePassword}`}>
        {session.name}
      </AppLink>
      <LanguageSwitch />
      <SignOutButton session={session} />
    </header>
  )
}

export function LanguageSwitch() {
  const t = useWords(words)
  const { language, setLanguage } = useLanguage()
  return (
    <button
      type="button"
      className="header-button"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      title={t.otherLanguageHint}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <GlobalOutlined aria-hidden /> <span>{t.otherLanguage}</span>
    </button>
  )
}

export function BrandMark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" className="brand-mark">
      <rect width="32" height="32" rx="5" fill="var(--blue)" />
      <path d="M7 25V12l9-5 9 5v13M12 25v-8h8v8" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
    </svg>
  )
}
