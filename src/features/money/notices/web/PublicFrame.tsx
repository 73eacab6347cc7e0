import { type ReactNode, useEffect } from 'react'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { BrandMark, LanguageSwitch } from '../../../../ui/Brand.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { WayIn } from '../../../../ui/WayIn.tsx'
import { words } from '../words.ts'
import './notices.css'

/** Head and width of the pages that everybody may read, with the ways to both lists. */
export function PublicFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(words)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="public-page">
      <header className="public-head">
        <BrandMark />
        <nav className="public-name" aria-label={t.publicSections}>
          <AppLink to="/public/notices">{t.publicTitle}</AppLink>
          <AppLink to="/public/evaluations">{t.publicResults}</AppLink>
        </nav>
        <LanguageSwitch />
        <WayIn className="header-button" />
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
