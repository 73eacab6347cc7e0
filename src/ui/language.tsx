import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Language, type Spoken, speak, type Text, type Words } from '../shared/words.ts'
import { antTheme } from './theme.ts'
import { useIsStill } from './use-media.ts'

const storageKey = 'yuanqitong.language'
const stillTheme = { ...antTheme, token: { ...antTheme.token, motion: false } }

type LanguageChoice = { readonly language: Language; readonly setLanguage: (language: Language) => void }

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', setLanguage: () => {} })

function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

/** The reader's language for everything below, Ant Design's own sentences included; Chinese unless the reader chose English. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(remembered)
  const still = useIsStill()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
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
  return (
    <LanguageContext value={choice}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        theme={still ? stillTheme : antTheme}
        button={{ autoInsertSpace: false }}
        input={{ autoComplete: 'off' }}
      >
        {children}
      </ConfigProvider>
    </LanguageContext>
  )
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
