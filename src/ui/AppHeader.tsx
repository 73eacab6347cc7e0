import { MenuOutlined } from '@ant-design/icons'
import { AppLink } from './AppLink.tsx'
import { BrandMark, LanguageSwitch } from './Brand.tsx'
import { useWords } from './language.tsx'
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
