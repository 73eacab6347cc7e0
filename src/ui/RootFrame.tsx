import { Outlet } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect } from 'react'
import { useWords } from './language.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { offlineWords } from './offline-words.ts'
import { onScreenMissing } from './stay-offline.ts'

/** What surrounds every page, the public ones too. */
export function RootFrame() {
  const t = useWords(offlineWords)
  const { message } = App.useApp()
  useEffect(() => onScreenMissing(() => void message.warning(t.screenMissing)), [message, t])
  return (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  )
}
