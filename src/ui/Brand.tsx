import { useLanguage, useWords } from './language.tsx'
import { words } from './words.ts'

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
      <svg viewBox="0 0 16 16" aria-hidden="true" className="line-icon">
        <circle cx="8" cy="8" r="6.7" />
        <ellipse cx="8" cy="8" rx="3" ry="6.7" />
        <path d="M1.3 8h13.4M2.2 4.7c3.5 1.2 8.1 1.2 11.6 0M2.2 11.3c3.5-1.2 8.1-1.2 11.6 0" />
      </svg>{' '}
      <span>{t.otherLanguage}</span>
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
