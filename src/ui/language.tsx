import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Language, type Spoken, speak, type Text, type Words } from '../shared/words.ts'

const storageKey = 'yuanqitong.language'

type LanguageChoice = { readonly language: Language; readonly setLanguage: (language: Language) => void }

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', setLanguage: () => {} })

function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

/** The reader's language for everything below; Chinese unless the reader chose English. Knows no Ant Design, so that sign-in loads none. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage: (next) => {
        choose(next)
        try {
          localStorage.setItem(storageKey, next)
        } catch {
          // Private windows may refuse storage; the choice then lasts as long as the page.
        }
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** The feature's words in the reader's language: `const t = useWords(words); t.title`, `t.left(3)`. */
export function useWords<const W extends Words>(words: W): Spoken<W> {
  const { language } = useLanguage()
  return useMemo(() => speak(words, language), [words, language])
}

/** A reader for texts that arrive as `{ zh, en }`: `const say = useText(); say(route.summary)`. Null becomes an empty string. */
export function useText(): (text: Text | null | undefined) => string {
  const { language } = useLanguage()
  return (text) => text?.[language] ?? ''
}
