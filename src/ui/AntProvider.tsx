import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect } from 'react'
import { useLanguage } from './language.tsx'
import { antTheme } from './theme.ts'
import { useIsStill } from './use-media.ts'

const stillTheme = { ...antTheme, token: { ...antTheme.token, motion: false } }

/** Ant Design in the product's colours, its own sentences in the reader's language. */
export function AntProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const still = useIsStill()
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={still ? stillTheme : antTheme}
      button={{ autoInsertSpace: false }}
      input={{ autoComplete: 'off' }}
    >
      {children}
    </ConfigProvider>
  )
}
